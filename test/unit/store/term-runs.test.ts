import { expect, it } from 'vitest';
import { newId } from '../../../utils/id';
import type { Database } from '../../../utils/store/database';
import { newContact, newCustomer } from '../../../utils/store/drafts';
import { openStore, type Store } from '../../../utils/store/index';
import { change, freshStore, source } from './help';

const theStore = freshStore();
const SOUNDS = ['ba', 'ko', 'ri', 'mun', 'tel', 'za', 'vo', 'nir'];
const word = (at: number) => [at % 8, (at >> 3) % 8, (at >> 6) % 8].map((sound) => SOUNDS[sound]).join('');

/** So many firms, each with somebody there; a part of an import as large as that is filed in runs. */
function firms(from: number, count: number) {
  const each = Array.from({ length: count }, (_, i) => from + i);
  const customers = each.map((at) =>
    newCustomer({
      name: `${word(at)} ${at % 7 === 0 ? 'Papier' : 'Holz'} ${at}`,
      kind: 'company',
      emails: [`info@firm-${at}.example`],
      phones: [`+44 20 7946 ${String(at).padStart(4, '0')}`],
      country: 'GB',
    }),
  );
  const contacts = customers.map(({ id }, i) =>
    newContact({
      customerId: id,
      name: `Person ${word(from + i + 3)}`,
      emails: [`p${from + i}@firm-${from + i}.example`],
    }),
  );
  return { customers, contacts };
}
const slipped = (text: string) => text.slice(0, 3) + text.charAt(4) + text.charAt(3) + text.slice(5);
type Rows = ReturnType<typeof firms>;

async function imported(store: Store, ...parts: Rows[]): Promise<string> {
  const id = newId();
  const batches = parts.map((rows, at) => ({ rows, entries: [], checkpoint: { at } }));
  await store.addEntries({ id, what: 'customers-imported', source }, batches, {});
  return id;
}

const found = async (store: Store, typed: string, limit = 20) =>
  (await store.search(typed, limit)).map(({ customer, contact, matched }) => [
    customer.name,
    contact?.name,
    matched,
  ]);
const dbOf = (store: Store) => (store as unknown as { db: Database }).db;
const runsIn = (store: Store) => dbOf(store).termRuns.toArray();

/** Each answered by few: of many the first that come are shown. */
const ASKED = [
  ...['firm-123', 'info@firm-44.example', '020 7946 0123', '79460321', '0123', 'p77@firm', 'nobody at all'],
  ...[`${word(81)} holz 81`, `person ${word(99)}`, word(190), word(201).slice(0, 5), slipped(word(222))],
];

it('finds what a large import brought as it finds what was added by hand', async () => {
  const store = theStore();
  const rows = firms(0, 240);
  await imported(store, rows);
  expect(await runsIn(store)).toHaveLength(2);
  expect(await dbOf(store).customers.where('terms').startsWith('b').count()).toBe(0);
  const inRuns = await Promise.all(ASKED.map((typed) => found(store, typed)));
  // every row written again: from then on each is in the index
  await dbOf(store).customers.toCollection().modify(asIndexed);
  await dbOf(store).contacts.toCollection().modify(asIndexed);
  expect(await dbOf(store).customers.where('terms').startsWith('b').count()).toBeGreaterThan(0);
  const indexed = await Promise.all(ASKED.map((typed) => found(store, typed)));
  expectAlike(inRuns, indexed);
  expect(inRuns.map((hits) => hits.length > 0)).toEqual(ASKED.map((typed) => typed !== 'nobody at all'));
});

type Hits = Array<Awaited<ReturnType<typeof found>>>;
/** Of many answers the first that come are shown: those with few are all of them. */
function expectAlike(one: Hits, other: Hits) {
  const few = other.map((hits) => hits.length < 10);
  const sorted = (all: Hits) => all.filter((_, at) => few[at]).map((hits) => hits.map(String).sort());
  expect(sorted(other).filter((hits) => hits.length > 0).length).toBeGreaterThan(4);
  expect(sorted(one)).toEqual(sorted(other));
}

/** Written again, as an edit does. */
function asIndexed(row: { terms: string[]; filed?: string[] }) {
  row.terms = row.filed ?? row.terms;
  delete row.filed;
}

it('finds who was renamed by the new name alone, and who was removed not at all', async () => {
  const store = theStore();
  const rows = firms(0, 240);
  await imported(store, rows);
  const [first, second] = rows.customers;
  if (!first || !second) throw new Error('no rows');
  await change(store, [{ op: 'edit', table: 'customers', id: first.id, patch: { name: 'Quellwasser' } }]);
  await change(store, [{ op: 'remove', table: 'customers', id: second.id }]);
  expect((await found(store, first.name)).map(([name]) => name)).not.toContain('Quellwasser');
  expect((await found(store, 'quellw')).map(([name]) => name)).toEqual(['Quellwasser']);
  expect((await found(store, second.name)).map(([name]) => name)).not.toContain(second.name);
});

it('an import that is undone leaves no run; brought back, its customers are found', async () => {
  const store = theStore();
  const rows = firms(0, 210);
  const id = await imported(store, rows);
  const undone = await store.undo(id, source);
  expect(await runsIn(store)).toEqual([]);
  expect(await dbOf(store).termBlocks.count()).toBe(0);
  expect(await found(store, 'person')).toEqual([]);
  await store.undo(undone, source);
  expect((await found(store, rows.customers[9]?.name ?? ''))[0]?.[0]).toBe(rows.customers[9]?.name);
});

it('many runs become one, and find the same', async () => {
  const store = theStore();
  await imported(store, ...[0, 1, 2, 3, 4].map((part) => firms(part * 200, 200)));
  expect(await runsIn(store)).toHaveLength(10);
  const before = await Promise.all(ASKED.map((typed) => found(store, typed)));
  await dbOf(store).termBlocks.put({ runId: 'stray', at: 0, lines: '[]' }); // of a merge that was killed
  await store.mergeTerms();
  const runs = await runsIn(store);
  expect(runs.map(({ table }) => table).sort()).toEqual(['contacts', 'customers']);
  const blocks = await dbOf(store).termBlocks.toArray();
  expect(blocks.length).toBe(runs.reduce((sum, { firsts }) => sum + firsts.length, 0));
  const after = await Promise.all(ASKED.map((typed) => found(store, typed)));
  expectAlike(after, before);
  await store.mergeTerms();
  expect((await runsIn(store)).map(({ id }) => id)).toEqual(runs.map(({ id }) => id));
});

/** Waits until blocks are written of a run that nobody knows of yet. */
async function untilBegun(store: Store): Promise<void> {
  const known = new Set((await runsIn(store)).map(({ id }) => id));
  for (let looks = 0; looks < 2_000; looks++) {
    const keys = await dbOf(store).termBlocks.toCollection().primaryKeys();
    if (keys.some(([runId]) => !known.has(runId))) return;
  }
  throw new Error('no merge began');
}

it('two that merge at once lose nothing', async () => {
  const store = theStore();
  await imported(store, ...[0, 1, 2, 3, 4].map((part) => firms(part * 200, 200)));
  const other = await openStore({ name: dbOf(store).name });
  try {
    const first = store.mergeTerms();
    await untilBegun(store);
    await Promise.all([first, other.mergeTerms(), store.mergeTerms()]);
  } finally {
    other.close();
  }
  const runs = await runsIn(store);
  const blocks = await dbOf(store).termBlocks.toArray();
  const lines = blocks.flatMap((block) => JSON.parse(block.lines) as string[]);
  expect(lines.length).toBe(runs.reduce((sum, run) => sum + run.lines, 0));
  expect(blocks.length).toBe(runs.reduce((sum, { firsts }) => sum + firsts.length, 0));
  for (const at of [3, 333, 733])
    expect((await found(store, `firm-${at}.example`))[0]?.[2]).toContain(`firm-${at}.example`);
});

it('who is erased stands in no run, not even in one that was being merged', async () => {
  const store = theStore();
  const parts = [0, 1, 2, 3, 4].map((part) => firms(part * 200, 200));
  await imported(store, ...parts);
  const gone = parts[1]?.customers[7];
  if (!gone) throw new Error('no rows');
  const merging = store.mergeTerms();
  await store.eraseCustomer(gone.id, source);
  await merging;
  await store.mergeTerms();
  const all = JSON.stringify(await dbOf(store).termBlocks.toArray());
  expect(all).toContain('firm-208.example');
  expect(all).not.toContain('firm-207.example');
  const matched = async (typed: string) => (await found(store, typed)).map(([, , text]) => text);
  expect(await matched('info@firm-207')).not.toContain('info@firm-207.example');
  expect(await matched('info@firm-208')).toContain('info@firm-208.example');
});

it('a few rows go into the index', async () => {
  const store = theStore();
  await imported(store, firms(0, 40));
  expect(await runsIn(store)).toEqual([]);
  expect((await found(store, 'firm-12'))[0]?.[2]).toContain('firm-12');
});

it('a run that says what is no longer so hides nobody', async () => {
  const store = theStore();
  const rows = firms(0, 240);
  await imported(store, rows);
  // all but the last that are called paper are removed: the run still names them first
  const paper = rows.customers.filter(({ name }) => name.includes('Papier'));
  for (const { id } of paper.slice(0, -1)) await change(store, [{ op: 'remove', table: 'customers', id }]);
  expect((await found(store, 'papier')).map(([name]) => name)).toContain(paper.at(-1)?.name);
});
