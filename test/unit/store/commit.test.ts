import { describe, expect, test } from 'vitest';
import { newId } from '../../../utils/id';
import { newContact, newCustomer, newInteraction, newReminder } from '../../../utils/store/drafts';
import { InvalidRow, RowExists, RowMissing } from '../../../utils/store/errors';
import type { Op } from '../../../utils/store/types';
import { added, change, freshStore, source, theCard, theCustomer } from './help';

const it = freshStore();

describe('a change', () => {
  test('adds a row with what the store derives', async () => {
    const id = await added(it(), { name: '恒信', kind: 'company', emails: ['Info@Hengxin.example'] });
    const row = await theCustomer(it(), id);
    expect(row.keys).toEqual(['e:info@hengxin.example', 'd:hengxin.example']);
    expect(row.terms).toContain('hengxin');
    expect(row.createdAt).toBe(row.updatedAt);
    expect(row.deletedAt).toBeNull();
    expect(Object.keys(row)).not.toContain('sortName');
  });

  test('made again with the same id lands once', async () => {
    const again = {
      id: newId(),
      what: 'customer-added' as const,
      source,
      ops: [{ op: 'add', table: 'customers', row: newCustomer({ name: 'A' }) } satisfies Op],
    };
    await it().commit(again);
    await it().commit(again);
    await Promise.all([it().commit(again), it().commit(again)]);
    expect(await it().count()).toBe(1);
    expect((await it().history(10)).length).toBe(1);
  });

  test('edits the named fields only, and derives again', async () => {
    const id = await added(it(), { name: 'A', emails: ['a@x.example'], tags: ['t'] });
    await change(it(), [{ op: 'edit', table: 'customers', id, patch: { emails: ['b@x.example'] } }]);
    const row = await theCustomer(it(), id);
    expect([row.name, row.tags, row.keys]).toEqual(['A', ['t'], ['e:b@x.example']]);
    expect(await it().byKeys(['e:a@x.example'])).toEqual([]);
  });

  test('cannot set what is derived or when it was made', async () => {
    const id = await added(it(), { name: 'A' });
    const before = await theCustomer(it(), id);
    const patch = { keys: ['e:evil@x.example'], createdAt: 5, id: newId(), deletedAt: 7, name: 'B' };
    await change(it(), [{ op: 'edit', table: 'customers', id, patch }]);
    expect(await theCustomer(it(), id)).toMatchObject({
      id,
      createdAt: before.createdAt,
      keys: [],
      name: 'B',
    });
  });

  test('lands whole or not at all', async () => {
    const good = newCustomer({ name: 'good' });
    const ops: Op[] = [
      { op: 'add', table: 'customers', row: good },
      { op: 'edit', table: 'customers', id: newId(), patch: { name: 'x' } },
    ];
    await expect(change(it(), ops)).rejects.toBeInstanceOf(RowMissing);
    expect(await it().count()).toBe(0);
    expect(await it().history(10)).toEqual([]);
    expect(await it().search('good')).toEqual([]);
  });

  test('removing a customer removes what hangs on it, and its keys', async () => {
    const id = await added(it(), { name: 'A', emails: ['a@x.example'] });
    const contact = newContact({ customerId: id, name: 'C', emails: ['c@x.example'] });
    await change(it(), [
      { op: 'add', table: 'contacts', row: contact },
      {
        op: 'add',
        table: 'reminders',
        row: newReminder({ customerId: id, local: '2026-01-01T09:00', zone: 'UTC' }),
      },
    ]);
    await change(it(), [{ op: 'remove', table: 'customers', id }]);
    expect(await it().card(id)).toBeNull();
    expect(await it().byKeys(['e:a@x.example', 'e:c@x.example'])).toEqual([]);
    expect(await it().search('x.example')).toEqual([]);
    expect(await it().nextReminderAt(0)).toBeNull();
    expect(await it().count()).toBe(0);
    await expect(change(it(), [{ op: 'remove', table: 'customers', id }])).rejects.toBeInstanceOf(RowMissing);
  });

  test('adds a customer and what hangs on it in one go, and removes both in one go', async () => {
    const row = newCustomer({ name: 'A' });
    const note = newInteraction({ customerId: row.id, at: 1, text: 'hello' });
    await change(it(), [
      { op: 'add', table: 'customers', row },
      { op: 'add', table: 'interactions', row: note },
    ]);
    expect((await theCard(it(), row.id)).interactions.map(({ text }) => text)).toEqual(['hello']);
  });

  test('a national number of a contact is read as of the company’s country, also when that changes', async () => {
    const id = await added(it(), { name: 'A', kind: 'company', country: 'CN' });
    const contact = newContact({ customerId: id, name: 'C', phones: ['13800138000'] });
    await change(it(), [{ op: 'add', table: 'contacts', row: contact }]);
    expect((await it().byKeys(['p:+8613800138000'])).length).toBe(1);
    await change(it(), [{ op: 'edit', table: 'customers', id, patch: { country: '' } }]);
    expect(await it().byKeys(['p:+8613800138000'])).toEqual([]);
    expect((await it().byKeys(['n:13800138000'])).length).toBe(1);
  });
});

describe('a bad row is refused, named, and nothing is written', () => {
  const refused = async (row: object, field: string) => {
    const ops = [{ op: 'add', table: 'customers', row: { ...newCustomer({ name: 'A' }), ...row } }] as Op[];
    await expect(change(it(), ops)).rejects.toMatchObject({ name: 'InvalidRow', table: 'customers', field });
    expect(await it().history(10)).toEqual([]);
  };
  test('by field', async () => {
    await refused({ name: 5 }, 'name');
    await refused({ name: 'x'.repeat(20_001) }, 'name');
    await refused({ tier: 'gold' }, 'tier');
    await refused({ valueToDate: { minor: 1.5, currency: 'USD' } }, 'valueToDate.minor');
    await refused({ valueToDate: { minor: 1, currency: 'dollars' } }, 'valueToDate.currency');
    await refused({ lastContactAt: -1 }, 'lastContactAt');
    await refused({ country: 'China' }, 'country');
    await refused({ id: 'not-an-id' }, 'id');
    await refused(
      {
        needs: [
          { kind: 'delivery', text: 'x' },
          { kind: 'no', text: '' },
        ],
      },
      'needs.1.kind',
    );
  });
  test('dates and zones that do not exist', async () => {
    const customerId = await added(it(), { name: 'A' });
    const reminder = { customerId, local: '2026-02-30T09:00', zone: 'UTC' };
    const add = (more: object): Op[] => [
      { op: 'add', table: 'reminders', row: newReminder({ ...reminder, ...more }) },
    ];
    await expect(change(it(), add({}))).rejects.toMatchObject({ field: 'local' });
    await expect(change(it(), add({ local: '2026-02-20T09:00', zone: 'Mars/Base' }))).rejects.toMatchObject({
      field: 'zone',
    });
    await expect(change(it(), add({ local: '2026-02-20T25:00' }))).rejects.toBeInstanceOf(InvalidRow);
  });
  test('an error message holds no customer data', async () => {
    const ops: Op[] = [
      {
        op: 'add',
        table: 'customers',
        row: { ...newCustomer({ name: 'Secret Name' }), country: 'Secret Land' },
      },
    ];
    const error = await change(it(), ops).catch((one: unknown) => one);
    expect(String(error)).not.toContain('Secret');
  });
  test('an id that is taken, and an owner that is not there', async () => {
    const row = newCustomer({ name: 'A' });
    await change(it(), [{ op: 'add', table: 'customers', row }]);
    await expect(change(it(), [{ op: 'add', table: 'customers', row }])).rejects.toBeInstanceOf(RowExists);
    const stray = newContact({ customerId: newId(), name: 'C' });
    await expect(change(it(), [{ op: 'add', table: 'contacts', row: stray }])).rejects.toBeInstanceOf(
      RowMissing,
    );
  });
});

describe('hostile values are data', () => {
  test.each([
    ['markup', '<script>alert(1)</script>'],
    ['right to left', '\u202eevil \u0645\u0631\u062d\u0628\u0627'],
    ['emoji', '👩‍👩‍👧‍👦 家族 🏳️‍🌈'],
    ['a prototype', '__proto__'],
    ['ten thousand characters', '恒'.repeat(10_000)],
    ['lone surrogate', 'a\ud800b'],
    ['nothing', ''],
  ])('%s as a name is kept as it is', async (_, name) => {
    const id = await added(it(), { name, tags: ['__proto__', 'constructor'] });
    expect((await theCustomer(it(), id)).name).toBe(name);
    await it().search(name);
    expect((await it().list({ limit: 10 })).map((row) => row.id)).toContain(id);
  });
  test('own fields called __proto__ in a draft or patch change nothing', async () => {
    const row = Object.assign(JSON.parse('{"__proto__": {"polluted": true}}'), newCustomer({ name: 'A' }));
    await change(it(), [{ op: 'add', table: 'customers', row }]);
    const patch = JSON.parse('{"__proto__": {"polluted": true}, "name": "B"}');
    await change(it(), [{ op: 'edit', table: 'customers', id: row.id, patch }]);
    const stored = await theCustomer(it(), row.id);
    expect([stored.name, 'polluted' in stored, 'polluted' in {}]).toEqual(['B', false, false]);
  });
});
