import { duplicateRecord, groupsOf } from '../customer/duplicate-record';
import {
  type BlockIndex,
  blockKeysOf,
  candidatesFor,
  type DuplicateRecord,
  type Explanation,
  explainPair,
  loadModel,
  type Model,
  untrained,
} from '../customer/duplicates';
import type { Contact, Customer } from '../customer/model';
import type { DuplicateGroup, ProposalRow } from './api-duplicates';
import type { Database } from './database';
import { toContact, toCustomer } from './derive';
import { lastTouch, type Touch } from './touches';

/** The touch up to which records were looked at, and whether all are to be compared. */
export const POSITION = 'duplicates';
export const WHOLE = 'duplicates:whole';
export const MODEL = 'duplicates:model';

/** Records looked at in one go, and how many written at once ask for a whole search. */
const AT_ONCE = 40;
const MANY = 400;
const MOST_COUNTED = 100;

export const proposalId = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** Customers with their contacts, as the search knows them; who is removed is left out. */
export async function recordsOf(db: Database, ids: readonly string[]): Promise<DuplicateRecord[]> {
  const [rows, contacts] = await Promise.all([
    db.customers.bulkGet([...ids]),
    db.contacts
      .where('customerId')
      .anyOf([...ids])
      .toArray(),
  ]);
  const byOwner = new Map<string, Contact[]>();
  for (const row of contacts)
    if (row.deletedAt === null) byOwner.set(row.customerId, [...(byOwner.get(row.customerId) ?? []), row]);
  return rows.flatMap((row) =>
    row && row.deletedAt === null ? [duplicateRecord(row, byOwner.get(row.id) ?? [])] : [],
  );
}

/** See {@link DuplicateStore.followDuplicates}. */
export async function followDuplicates(db: Database): Promise<number> {
  const position = (await db.meta.get(POSITION))?.value as number | undefined;
  if (position === undefined) return begin(db);
  const fresh = await db.touches.where(':id').above(position).toArray();
  const last = fresh.at(-1)?.seq;
  if (last === undefined) return 0;
  const written = fresh.reduce((sum, touch) => sum + touch.customers.length + touch.contacts.length, 0);
  if (written > MANY) await db.meta.put({ key: WHOLE, value: true });
  else await lookAt(db, await ownersIn(db, fresh));
  await db.meta.put({ key: POSITION, value: last });
  await trimTouches(db);
  return written;
}

/** The customers that were written, and those whose contacts were. */
async function ownersIn(db: Database, touches: readonly Touch[]): Promise<string[]> {
  const contacts = await db.contacts.bulkGet(touches.flatMap((touch) => touch.contacts));
  const owners = contacts.flatMap((row) => (row ? [row.customerId] : []));
  return [...new Set([...touches.flatMap((touch) => touch.customers), ...owners])];
}

/** The first time: a small base is looked at record by record, a large one asks for a whole search. */
async function begin(db: Database): Promise<number> {
  const seq = await lastTouch(db);
  const ids = await db.customers
    .orderBy('[sortName+id]')
    .limit(MANY + 1)
    .primaryKeys();
  if (ids.length > MANY) await db.meta.put({ key: WHOLE, value: true });
  else await lookAt(db, ids);
  await db.meta.put({ key: POSITION, value: seq });
  return ids.length;
}

async function lookAt(db: Database, ids: readonly string[]): Promise<void> {
  const model = await theModel(db);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE);
    const records = await recordsOf(db, part);
    await db.transaction('rw', db.blocks, async () => {
      await db.blocks.bulkDelete(part);
      await db.blocks.bulkPut(records.map((record) => ({ id: record.id, keys: blockKeysOf(record) })));
    });
    const byId = new Map(records.map((record) => [record.id, record]));
    for (const id of part) await lookAtOne(db, id, byId.get(id), model);
  }
}

async function lookAtOne(
  db: Database,
  id: string,
  record: DuplicateRecord | undefined,
  model: Model,
): Promise<void> {
  const found = record ? await candidatesFor(record, indexOf(db), model) : [];
  const apart = await toldApartFrom(db, id);
  const pairs = found.flatMap((one) =>
    one.relation === 'duplicate' && one.band !== 'none' && !apart.has(one.id)
      ? [{ other: one.id, score: one.score, band: one.band }]
      : [],
  );
  await db.transaction('rw', db.proposals, async () => {
    const before = await proposalsWith(db, id);
    const later = new Map(before.map((row) => [row.id, row.laterUntil]));
    await db.proposals.bulkDelete(before.map((row) => row.id));
    await db.proposals.bulkPut(pairs.map((pair) => rowOf(id, pair.other, pair, later)));
  });
}

export function rowOf(
  a: string,
  b: string,
  { score, band }: Pick<ProposalRow, 'score' | 'band'>,
  later: ReadonlyMap<string, number>,
): ProposalRow {
  const id = proposalId(a, b);
  const [one = '', other = ''] = id.split('|');
  return { id, one, other, score, band, laterUntil: later.get(id) ?? 0 };
}

const indexOf = (db: Database): BlockIndex => ({
  idsUnder: (key, limit) => db.blocks.where('keys').equals(key).limit(limit).primaryKeys(),
  records: (ids) => recordsOf(db, ids),
});

export async function theModel(db: Database): Promise<Model> {
  const stored = (await db.derived.get(MODEL)) as { model?: unknown } | undefined;
  return loadModel(stored?.model) ?? untrained();
}

const proposalsWith = (db: Database, id: string): Promise<ProposalRow[]> =>
  db.proposals.where('one').equals(id).or('other').equals(id).toArray();

async function toldApartFrom(db: Database, id: string): Promise<Set<string>> {
  const rows = await db.distinctions.where('customerId').equals(id).or('otherId').equals(id).toArray();
  return new Set(rows.flatMap((row) => (row.deletedAt === null ? [row.customerId, row.otherId] : [])));
}

/** Proposals that wait for a look: not put off, not told apart, and both customers are there. */
async function open(db: Database, rows: readonly ProposalRow[], now: number) {
  const waiting = rows.filter(({ laterUntil }) => laterUntil <= now);
  const ids = [...new Set(waiting.flatMap(({ one, other }) => [one, other]))];
  const customers = new Map<string, Customer>();
  for (const row of await db.customers.bulkGet(ids))
    if (row && row.deletedAt === null) customers.set(row.id, toCustomer(row));
  const apart = new Set<string>();
  for (const row of await db.distinctions.where('customerId').anyOf(ids).or('otherId').anyOf(ids).toArray())
    if (row.deletedAt === null) apart.add(proposalId(row.customerId, row.otherId));
  const pairs = waiting.filter(
    ({ id, one, other }) => customers.has(one) && customers.has(other) && !apart.has(id),
  );
  return { pairs, customers };
}

export async function duplicates(db: Database, now: number, limit: number): Promise<DuplicateGroup[]> {
  const rows = await db.proposals
    .orderBy('score')
    .reverse()
    .limit(limit * 4)
    .toArray();
  const { pairs, customers } = await open(db, rows, now);
  const groups = groupsOf(pairs).slice(0, limit);
  const contacts = await db.contacts
    .where('customerId')
    .anyOf(groups.flatMap(({ ids }) => ids))
    .toArray();
  const live = contacts.filter((row) => row.deletedAt === null).map(toContact);
  return groups.map(({ ids, pairs: held }) => ({
    customers: ids.flatMap((id) => customers.get(id) ?? []),
    contacts: live.filter(({ customerId }) => ids.includes(customerId)),
    pairs: held,
  }));
}

export async function duplicateCount(db: Database, now: number): Promise<number> {
  const rows = await db.proposals
    .orderBy('score')
    .reverse()
    .limit(MOST_COUNTED * 2)
    .toArray();
  return Math.min(MOST_COUNTED, groupsOf((await open(db, rows, now)).pairs).length);
}

export async function duplicatesOf(db: Database, id: string, now: number) {
  const { pairs, customers } = await open(db, await proposalsWith(db, id), now);
  return pairs
    .sort((a, b) => b.score - a.score)
    .flatMap(({ one, other, score }) => {
      const customer = customers.get(one === id ? other : one);
      return customer ? [{ customer, score }] : [];
    });
}

export async function explainDuplicates(
  db: Database,
  one: string,
  other: string,
): Promise<Explanation | null> {
  const [a, b] = await recordsOf(db, [one, other]);
  return a && b ? explainPair(a, b, await theModel(db)) : null;
}

/** Forgets the touches that everything derived from them has read. */
export async function trimTouches(db: Database): Promise<void> {
  const names = (await db.derived.get('names')) as { seq?: number } | undefined;
  const position = (await db.meta.get(POSITION))?.value as number | undefined;
  if (names?.seq === undefined || position === undefined) return;
  // The newest stays: its number says where the next one begins.
  const to = Math.min(names.seq, position, (await lastTouch(db)) - 1);
  await db.touches.where(':id').belowOrEqual(to).delete();
}
