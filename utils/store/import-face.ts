import { standingUndo } from './commit';
import { type Database, writingIn } from './database';
import { explained } from './explain';
import { namedOwners, ownersOf } from './import-lookup';
import type {
  ImportCounts,
  ImportFileRow,
  ImportPhase,
  ImportRow,
  ImportStore,
  RejectPart,
} from './import-types';
import { sealerOf } from './lock/sealed-tables';

type Write = <T>(work: () => Promise<T>) => Promise<T>;
const SHAPE = 'import-shape:';

/** What the store offers to imports; the rows that they bring go by the one write path, not by this. */
export function importFace(db: Database, write: Write): ImportStore {
  return {
    beginImport: (row, file) => write(() => begin(db, row, file)),
    imports: (limit) => explained(() => db.imports.orderBy('startedAt').reverse().limit(limit).toArray()),
    oneImport: (id) => explained(async () => (await db.imports.get(id)) ?? null),
    importFile: (id) => explained(() => fileOf(db, id)),
    noteGoingOn: (id, wentOn) => write(() => note(db, id, { wentOn })),
    saveCounts: (id, counts) => write(() => note(db, id, { counts })),
    saveRejects: (part) => write(() => saveRejects(db, part)),
    rejects: (importId, after, parts) => explained(() => rejects(db, importId, after, parts)),
    endImport: (id, state, counts, at) => write(() => end(db, id, state, counts, at)),
    forgetImport: (id) => write(() => forget(db, id)),
    isUndone: (id) => explained(async () => (await standingUndo(db, id)) !== null),
    shape: (key) => explained(async () => (await db.meta.get(SHAPE + key))?.value),
    saveShape: (key, value) =>
      write(() =>
        writingIn(db, [db.meta], async () => void (await db.meta.put({ key: SHAPE + key, value }))),
      ),
    ownersOf: (keys) => explained(() => ownersOf(db, keys)),
    named: (names) => explained(() => namedOwners(db, names)),
  };
}

async function begin(db: Database, row: ImportRow, file: Blob): Promise<void> {
  const kept = await keptFile(db, row.id, file);
  return writingIn(db, [db.imports, db.importFiles], async () => {
    await db.imports.add(row);
    await db.importFiles.put(kept);
  });
}

/** A file lies open on the disk: in a sealed database its bytes are a field of the row, sealed with it. */
const keptFile = async (db: Database, id: string, file: Blob): Promise<ImportFileRow> =>
  sealerOf(db) ? { id, file: new Uint8Array(await file.arrayBuffer()) } : { id, file };

async function fileOf(db: Database, id: string): Promise<Blob | null> {
  const kept = (await db.importFiles.get(id))?.file;
  return kept instanceof Uint8Array ? new Blob([kept]) : (kept ?? null);
}

const note = (db: Database, id: string, what: Partial<ImportRow>): Promise<void> =>
  writingIn(db, [db.imports], async () => void (await db.imports.update(id, what)));

function saveRejects(db: Database, part: RejectPart): Promise<void> {
  const key: [string, number] = [part.importId, part.part];
  return writingIn(db, [db.importRejects], async () => {
    if (part.rows.length > 0) await db.importRejects.put(part);
    else await db.importRejects.delete(key);
  });
}

const partsOf = (db: Database, id: string, after = -1) =>
  db.importRejects.where('[importId+part]').between([id, after], [id, Number.POSITIVE_INFINITY], false, true);

const rejects = (db: Database, id: string, after: number, parts: number): Promise<RejectPart[]> =>
  partsOf(db, id, after).limit(parts).toArray();

function end(db: Database, id: string, state: ImportPhase, counts: ImportCounts, at: number): Promise<void> {
  return writingIn(db, [db.imports, db.importFiles, db.importRejects], async () => {
    await db.imports.update(id, { state, counts, endedAt: at });
    await db.importFiles.delete(id);
    if (state === 'cancelled') await partsOf(db, id).delete();
  });
}

function forget(db: Database, id: string): Promise<void> {
  return writingIn(db, [db.imports, db.importRejects], async () => {
    const row = await db.imports.get(id);
    if (row?.state === 'running') return; // its file is still needed
    await partsOf(db, id).delete();
    await db.imports.delete(id);
  });
}
