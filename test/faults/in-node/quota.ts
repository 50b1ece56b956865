import Dexie from 'dexie';
import { newId } from '../../../utils/id.ts';
import { newCustomer, newEntry, newInteraction } from '../../../utils/store/drafts.ts';
import { openStore, type Store, StoreFull } from '../../../utils/store/index.ts';
import type { Change, Op } from '../../../utils/store/types.ts';
import { begun, carriedOut, contents, fileOf } from '../../unit/import/help.ts';
import type { Fault, Outcome } from '../fault.ts';
import { audit } from '../inside/audit.ts';
import { failingWrite } from './failing.ts';

const SOURCE = { kind: 'sidebar', url: '' } as const;
/** What is the same after a refused change: all that people wrote, its journal, and its sums. */
const KEPT = [
  'customers',
  'contacts',
  'interactions',
  'reminders',
  'ledgers',
  'distinctions',
  'journal',
  'summaries',
];

/** One kind of write, made again with the same ids where it is refused. */
type Make = (store: Store) => Promise<void>;

export const quota: Fault = {
  name: 'quota',
  says: 'no room left, at each write of each kind of change',
  run: async ({ short }) => {
    const outcome: Outcome = { tries: 0, losses: [], uncaught: [], of: '' };
    const kinds = Object.entries(KINDS).filter(([name]) => !short || name === 'add' || name === 'merge');
    for (const [name, prepare] of kinds)
      for (const how of ['throws', 'aborts'] as const) {
        let at = 0;
        while (await refused(name, prepare, { at, how }, outcome)) at++;
        outcome.tries += at;
      }
    outcome.of = `${kinds.length} kinds of change, each write refused in two ways`;
    return outcome;
  },
};

/** False: the change has fewer writes than that, and went through. */
async function refused(
  kind: string,
  prepare: (store: Store) => Promise<Make>,
  fault: { at: number; how: 'throws' | 'aborts' },
  { losses }: Outcome,
): Promise<boolean> {
  const name = newId();
  const store = await openStore({ name });
  await store.renewed; // what it writes at its opening is no part of the change
  const make = await prepare(store);
  const before = await dump(name);
  const hurt = failingWrite(fault);
  const error = await make(store).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  hurt.end();
  const where = `${kind}, write ${fault.at}`;
  if (error === null) {
    store.close();
    if (hurt.happened) losses.push(`${where}: refused by the disk and said to be done`);
    return hurt.happened;
  }
  if (!(error instanceof StoreFull)) losses.push(`${where}: said ${error}`);
  if (!MANY.has(kind) && (await dump(name)) !== before) losses.push(`${where}: half written`);
  await make(store).catch((again) => losses.push(`${where}: made again it says ${again}`));
  if (kind !== 'import')
    for (const what of (await audit([], [], name)).half) losses.push(`${where}: ${what}`);
  store.close();
  return true;
}

async function dump(name: string): Promise<string> {
  const db = await new Dexie(name).open();
  const tables = await Promise.all(KEPT.map((table) => db.table(table).toArray()));
  db.close();
  return JSON.stringify(tables);
}

/** More than one transaction: what is left of a refused one is completed or taken back by the next call. */
const MANY = new Set(['bulk', 'import']);

const change = (what: Change['what'], ops: Op[]): Change => ({ id: newId(), what, source: SOURCE, ops });
const sale = (day: number) =>
  newEntry({
    date: `2026-01-0${day}`,
    kind: 'sale',
    amount: { minor: 100, currency: 'CNY' },
    product: 'tea',
  });

/** Two customers with a note and a sale each. */
async function two(store: Store): Promise<[string, string]> {
  const ids = ['A', 'B'].map((name) => newCustomer({ name, emails: [`${name}@quay.example`] }));
  for (const row of ids)
    await store.commit(
      change('customer-added', [
        { op: 'add', table: 'customers', row },
        {
          op: 'add',
          table: 'interactions',
          row: newInteraction({ customerId: row.id, at: 1, text: row.name }),
        },
        { op: 'entries', customerId: row.id, put: [sale(1)], remove: [] },
      ]),
    );
  return [ids[0]?.id ?? '', ids[1]?.id ?? ''];
}

const commits =
  (change: Change): Make =>
  (store) =>
    store.commit(change);

const KINDS: Record<string, (store: Store) => Promise<Make>> = {
  add: async () => {
    const row = newCustomer({ name: 'C', emails: ['c@quay.example'] });
    const note = newInteraction({ customerId: row.id, at: 1, text: 'first' });
    return commits(
      change('customer-added', [
        { op: 'add', table: 'customers', row },
        { op: 'add', table: 'interactions', row: note },
        { op: 'entries', customerId: row.id, put: [sale(2)], remove: [] },
      ]),
    );
  },
  edit: async (store) => {
    const [id] = await two(store);
    return commits(
      change('customer-edited', [{ op: 'edit', table: 'customers', id, patch: { title: 'chief' } }]),
    );
  },
  entries: async (store) => {
    const [customerId] = await two(store);
    return commits(change('entries-added', [{ op: 'entries', customerId, put: [sale(3)], remove: [] }]));
  },
  remove: async (store) => {
    const [id] = await two(store);
    return commits(change('customer-removed', [{ op: 'remove', table: 'customers', id }]));
  },
  merge: async (store) => {
    const [survivor, merged] = await two(store);
    return commits(change('customers-merged', [{ op: 'merge', survivor, merged, choices: {} }]));
  },
  undo: async (store) => {
    const [id] = await two(store);
    const removed = change('customer-removed', [{ op: 'remove', table: 'customers', id }]);
    await store.commit(removed);
    return async (again) => void (await again.undo(removed.id, SOURCE));
  },
  bulk: async () => {
    const customers = Array.from({ length: 12 }, (_, at) => newCustomer({ name: `Bulk ${at}` }));
    const bulk = { id: newId(), what: 'customers-imported', source: SOURCE, rows: { customers } } as const;
    return (store) => store.addMany(bulk);
  },
  import: async (store) => {
    const lines = Array.from({ length: 12 }, (_, at) => `C-${at % 4},2026-01-1${at % 9},${at}.50,tea`);
    const id = await begun(store, fileOf(['customer,date,amount,product', ...lines].join('\n')));
    return async (again) => {
      const row = await carriedOut(again, id);
      const entries = (await contents(again)).reduce((sum, one) => sum + one.entries.length, 0);
      if (row.counts.accepted !== 12 || entries !== 12)
        throw new Error(`${row.counts.accepted} and ${entries} of 12`);
    };
  },
};
