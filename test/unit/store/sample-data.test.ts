import { expect, test } from 'vitest';
import { Complaint, Contact, Customer, Interaction, Reminder } from '../../../utils/customer/model';
import { sampleData } from '../../../utils/store/sample-data';
import { Ledger } from '../../../utils/value/ledger';
import { Rate } from '../../../utils/value/rates';

const NOW = Date.UTC(2026, 2, 29, 0, 30); // an hour before the clocks change in Europe
const stamps = { createdAt: NOW, updatedAt: NOW, deletedAt: null };
const derived = { ...stamps, keys: [], terms: [] };

test.each(['Europe/London', 'Asia/Shanghai', 'America/Los_Angeles'])(
  'every sample row is a valid row in %s',
  (zone) => {
    const data = sampleData(NOW, zone);
    for (const row of data.customers) Customer.parse({ ...row, ...derived });
    for (const row of data.contacts) Contact.parse({ ...row, ...derived });
    for (const row of data.interactions) Interaction.parse({ ...row, ...stamps });
    for (const row of data.reminders)
      Reminder.parse({ anchor: null, announcedFor: null, ...row, ...stamps, dueAt: NOW });
    for (const row of data.complaints) Complaint.parse({ ...row, ...stamps });
    for (const row of data.ledgers) Ledger.parse({ ...row, ...stamps });
    for (const row of data.rates) Rate.parse({ ...row, ...stamps });
  },
);

test('rows belong to sample customers, ids differ, and addresses cannot be real ones', () => {
  const data = sampleData(NOW, 'UTC');
  const ids = new Set(data.customers.map(({ id }) => id));
  expect(ids.size).toBe(data.customers.length);
  expect(data.customers.every(({ sample }) => sample)).toBe(true);
  const parts = [...data.contacts, ...data.interactions, ...data.reminders, ...data.complaints];
  expect(parts.filter(({ customerId }) => !ids.has(customerId))).toEqual([]);
  const addresses = [...data.customers, ...data.contacts].flatMap(({ emails }) => emails);
  const domains = data.customers.flatMap((row) => row.domains);
  expect([...addresses, ...domains].filter((text) => !text.endsWith('.example'))).toEqual([]);
});

test('nothing in the log lies after the last contact, and something is due', () => {
  const data = sampleData(NOW, 'UTC');
  for (const { customerId, at } of data.interactions)
    expect(at).toBeLessThanOrEqual(data.customers.find(({ id }) => id === customerId)?.lastContactAt ?? 0);
  const today = '2026-03-29T23:59';
  expect(data.reminders.some(({ local }) => local < today)).toBe(true);
});

test('ledgers come to the value to date that the customer’s row says, none of it in the future', () => {
  const data = sampleData(NOW, 'UTC');
  const sign = { sale: 1, refund: -1, acquisition: -1, service: -1, 'bad-debt': -1, dispute: -1 };
  const said = data.customers.filter(({ valueToDate }) => valueToDate);
  expect(said.length).toBeGreaterThan(10);
  for (const { id, name, valueToDate } of said) {
    const entries = data.ledgers.find((row) => row.id === id)?.entries ?? [];
    const net = entries.reduce((sum, { kind, amount }) => sum + sign[kind] * amount.minor, 0);
    expect([name, net]).toEqual([name, valueToDate?.minor]);
    expect(entries.every(({ date, amount }) => date <= '2026-03-29' && amount.minor >= 0)).toBe(true);
  }
});
