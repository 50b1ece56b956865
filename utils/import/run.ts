import { newId } from '../id';
import type { Store } from '../store/api';
import type { ImportCounts, ImportRow } from '../store/import-types';
import { shapeOf } from '../transfer/columns';
import { FileProblem } from '../transfer/problem';
import { reason } from '../transfer/reasons';
import { openSource, type Source } from '../transfer/source';
import { atStart, batches, type Checkpoint, type Dealer, type Work } from './batches';
import { copyOf, noCounts, refuse } from './counts';
import { CustomerDealer } from './customers';
import { EntryDealer } from './entries';
import type { Plan } from './plan';
import { Referrers } from './referrers';

/** How far an import is: rows are read and put down, then filed with their customers. */
export interface Progress {
  phase: 'reading' | 'filing';
  /** 0..1 of the phase. */
  share: number;
  counts: ImportCounts;
}
export interface RunOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** Rejects kept behind the parts of the file: entries whose customer was removed while the import ran. */
const ORPHANS = 1_000_000_000;

/** A file tells itself apart by its size and its two ends. */
export async function fingerprintOf(file: Blob): Promise<string> {
  const ends = new Blob([file.slice(0, 1 << 20), file.slice(-(1 << 20))]);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await ends.arrayBuffer()));
  return `${file.size}-${[...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Notes an import with its file, and what was chosen for files of this shape. Nothing is read yet; returns its id. */
export async function beginImport(
  store: Store,
  file: Blob,
  { name, headers, plan, now }: { name: string; headers: string[]; plan: Plan; now: number },
): Promise<string> {
  const id = newId();
  const row: ImportRow = {
    id,
    state: 'running',
    startedAt: now,
    endedAt: null,
    fileName: name.slice(0, 300),
    size: file.size,
    fingerprint: await fingerprintOf(file),
    plan,
    headers,
    counts: noCounts(),
  };
  await store.beginImport(row, file);
  const { kind, columns, order, decimals, unknown, repeated, currency } = plan;
  await store.saveShape(shapeOf(headers), { kind, columns, order, decimals, unknown, repeated, currency });
  return id;
}

/**
 * Carries an import out, or on from where it stopped: a killed worker, a closed tab. The same rows come of it however often it is
 * broken off. Throws {@link FileProblem} where the file is gone or broken, and the errors of the store.
 */
export async function runImport(store: Store, id: string, options: RunOptions): Promise<ImportRow> {
  const row = await store.oneImport(id);
  if (row?.state !== 'running') throw new FileProblem('gone');
  const state = await store.importState(id);
  const read = state !== null && state.phase !== 'reading';
  const from = read
    ? { ...atStart(), counts: row.counts }
    : ((state?.checkpoint as Checkpoint | null | undefined) ?? atStart());
  const { result, counts } = await write(store, row, state?.phase ?? 'reading', from, options);
  const all = copyOf(counts);
  const rejects = result.orphans.map(({ entry }) =>
    refuse(all, { line: lineOf(entry.id), cells: [] }, reason('unknown-customer')),
  );
  all.accepted = all.rows - all.rejected;
  if (rejects.length > 0) await store.saveRejects({ importId: id, part: ORPHANS, rows: rejects });
  await store.endImport(id, 'done', all, Date.now());
  return { ...row, state: 'done', counts: all };
}

const lineOf = (entryId: string): number => Number.parseInt(entryId.slice(25), 16);

async function write(
  store: Store,
  row: ImportRow,
  phase: 'reading' | 'filing' | 'done',
  from: Checkpoint,
  { signal, onProgress }: RunOptions,
) {
  let counts = from.counts;
  const onRead = (bytes: number, now: ImportCounts) => {
    counts = now;
    onProgress({ phase: 'reading', share: Math.min(1, bytes / Math.max(1, row.size)), counts });
  };
  const plan = row.plan as Plan;
  const parts = phase === 'reading' ? await reading(store, row, plan, { from, signal, onRead }) : [];
  const what = plan.kind === 'transactions' ? 'entries-imported' : 'customers-imported';
  const source = { kind: 'import', url: row.fileName } as const;
  const result = await store.addEntries({ id: row.id, what, source }, parts, {
    signal,
    onProgress: (filed, total) => onProgress({ phase: 'filing', share: total ? filed / total : 1, counts }),
  });
  return { result, counts };
}

async function reading(
  store: Store,
  row: ImportRow,
  plan: Plan,
  rest: Pick<Work, 'from' | 'signal' | 'onRead'>,
) {
  const file = await store.importFile(row.id);
  if (!file) throw new FileProblem('gone');
  const source = await opened(file);
  const work: Work = { store, importId: row.id, plan, source, ...rest };
  return batches(work, await dealerOf(work, row.startedAt));
}

async function opened(file: Blob): Promise<Source> {
  try {
    return await openSource(file);
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem('gone', { cause: error });
  }
}

async function dealerOf(work: Work, at: number): Promise<Dealer> {
  const { store, source, plan, importId } = work;
  if (plan.kind === 'transactions') return new EntryDealer(work);
  return new CustomerDealer(work, at, await Referrers.read(store, source, plan, importId));
}

/** Takes an unfinished import back whole: customers, entries, refused rows and the file. */
export async function cancelImport(store: Store, id: string): Promise<void> {
  await store.dropImport(id);
  await store.endImport(id, 'cancelled', noCounts(), Date.now());
}

/** So often an import goes on by itself from the same place; then it waits for its user's word: it may be what breaks the browser. */
const MAX_IN_VAIN = 5;

/**
 * Whether an import that was broken off may go on without being asked, and notes that it does: not where it went on so
 * {@link MAX_IN_VAIN} times and came no further.
 */
export async function mayGoOn(store: Store, { id, wentOn }: ImportRow): Promise<boolean> {
  const state = await store.importState(id);
  const at = state ? `${state.phase} ${state.parts} ${state.ledgers}` : '';
  const times = wentOn?.at === at ? wentOn.times + 1 : 1;
  if (times > MAX_IN_VAIN) return false;
  await store.noteGoingOn(id, { at, times });
  return true;
}
