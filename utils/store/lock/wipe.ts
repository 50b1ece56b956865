import Dexie from 'dexie';
import { makeDatabase } from '../database';
import { turnLog } from '../turn-log';

/** More than the browser holds in memory before it writes a file (4 MB). */
const JUNK_ROWS = 90;
const JUNK_BYTES = 60_000;
/** The compaction comes some time after the deletion; old files go with a deletion after that. */
const TURNS = 5;
const PAUSE_MS = 400;

/**
 * Deletes a database so that its rows cannot be read in the browser's files any more. Chromium (156, 2026-11) keeps deleted rows in files of
 * LevelDB until it happens to compact them, which may take days. Deleting a database compacts what is in files already, not what is still in
 * memory: so as much junk is written first as makes a file of it. The files that are no longer needed go when the next database is deleted.
 * Where the disk is too full for that the database is only deleted.
 */
export async function wipe(name: string): Promise<void> {
  await writeJunk(name).catch(() => undefined);
  await Dexie.delete(name);
  for (let turn = 0; turn < TURNS; turn++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await turnLog(`${name}-scratch`);
  }
}

async function writeJunk(name: string): Promise<void> {
  const db = makeDatabase(name, false);
  try {
    await db.open();
    const random = () => crypto.getRandomValues(new Uint8Array(JUNK_BYTES));
    const rows = Array.from({ length: JUNK_ROWS }, (_, at) => ({ key: `junk ${at}`, bytes: random() }));
    await db.table('derived').bulkPut(rows);
  } finally {
    db.close();
  }
}
