import { expect, test } from 'vitest';
import { Complaint, Contact, Customer, Interaction, Reminder } from '../../../utils/customer/model';
import { sampleData } from '../../../utils/store/sample-data';

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
    for (const row of data.reminders) Reminder.parse({ ...row, ...stamps, dueAt: NOW });
    for (const row of data.complaints) Complaint.parse({ ...row, ...stamps });
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
