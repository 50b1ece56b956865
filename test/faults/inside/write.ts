import { logTurned } from '../../../utils/browser/log-turned.ts';
import { newId } from '../../../utils/id.ts';
import {
  newContact,
  newCustomer,
  newEntry,
  newInteraction,
  newReminder,
} from '../../../utils/store/drafts.ts';
import { openStore, type Store } from '../../../utils/store/index.ts';
import type { Change, Op } from '../../../utils/store/types.ts';

/** A write that is about to be made; made again with the same id where its answer was never heard. */
export type Doing = { id: string; change: Change } | { id: string; undo: string };
export type Told = { ready: true } | { begun: Doing } | { acked: Doing } | { failed: string };

const SOURCE = { kind: 'sidebar', url: 'https://mail.example/faults' } as const;
const KNOWN = 40;
/** Far enough that none of these falls due while a fault is tried. */
const LATER = '2031-05-06T09:00';

/** Writes without a pause until it is killed, and tells of each write before and after. */
export async function writeOn(
  again: readonly Doing[],
  tell: (told: Told) => void,
  most = Number.POSITIVE_INFINITY,
) {
  try {
    const store = await openStore({ turned: logTurned });
    const done: string[] = [];
    for (const doing of again) await make(store, doing, tell);
    const known = (await store.list({ limit: KNOWN })).map(({ id }) => id);
    for (let made = 0; made < most; made++) {
      const doing = next(known, done, made);
      tell({ begun: doing });
      await make(store, doing, tell);
      if ('change' in doing) done.push(doing.id);
    }
  } catch (error) {
    tell({ failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}

async function make(store: Store, doing: Doing, tell: (told: Told) => void): Promise<void> {
  if ('change' in doing) await store.commit(doing.change);
  else await store.undo(doing.undo, SOURCE);
  tell({ acked: doing });
}

/** New customers with all that hangs on them, notes, sales, corrections, and now and then an undo. */
function next(known: string[], done: string[], made: number): Doing {
  const last = done.at(-1);
  if (made % 9 === 8 && last) return { id: newId(), undo: last };
  const customerId = known[made % Math.max(1, known.length)];
  const change = made % 3 === 0 || !customerId ? visit(known) : followUp(customerId, made);
  return { id: change.id, change };
}

/** Six rows in four tables, a ledger and what is derived: one change. */
function visit(known: string[]): Change {
  const id = newId();
  const customer = newCustomer({ name: `K ${id}`, emails: [`${id}@faults.example`] });
  const customerId = customer.id;
  known.push(customerId);
  return change(id, 'customer-added', [
    { op: 'add', table: 'customers', row: customer },
    { op: 'add', table: 'contacts', row: newContact({ customerId, name: `P ${id}` }) },
    {
      op: 'add',
      table: 'reminders',
      row: newReminder({ customerId, local: LATER, zone: 'UTC', reason: id }),
    },
    { op: 'add', table: 'interactions', row: newInteraction({ customerId, at: Date.now(), text: id }) },
    { op: 'entries', customerId, put: [sale(id, 1), sale(id, 2)], remove: [] },
  ]);
}

function followUp(customerId: string, made: number): Change {
  const id = newId();
  if (made % 3 === 1)
    return change(id, 'entries-added', [{ op: 'entries', customerId, put: [sale(id, 3)], remove: [] }]);
  return change(id, 'contacted', [
    {
      op: 'add',
      table: 'interactions',
      row: newInteraction({ customerId, kind: 'call', at: Date.now(), text: id }),
    },
    { op: 'edit', table: 'customers', id: customerId, patch: { title: id, lastContactAt: Date.now() } },
  ]);
}

const change = (id: string, what: Change['what'], ops: Op[]): Change => ({ id, what, source: SOURCE, ops });
const sale = (product: string, day: number) =>
  newEntry({
    date: `2026-01-0${day}`,
    kind: 'sale',
    amount: { minor: 1_000 * day, currency: 'CNY' },
    product,
  });
