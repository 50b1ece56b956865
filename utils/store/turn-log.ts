import Dexie from 'dexie';

/** Remembers, for as long as the browser runs and for all of Margin, that its log was turned. */
export interface Turned {
  known(): Promise<boolean>;
  keep(): Promise<void>;
}

/**
 * Makes the browser begin a new log, before the first write after its start. Chromium (156, 2026-11) goes on writing into the log that it finds.
 * Where it was killed in the middle of a record (the head of one is written apart from its body), what comes next stands behind half a
 * record; at the start after that the log is called corrupt, and the whole database is thrown away with it. What the torn log held before is read
 * at this start and is whole; deleting a database makes a file of it at once, and leaves the log behind.
 * Where that fails (a full disk) the store is opened all the same.
 */
export async function turnLogOnce(name: string, turned: Turned): Promise<void> {
  if (await turned.known()) return;
  await navigator.locks.request(`${name}-turn`, async () => {
    if (await turned.known()) return; // another page did meanwhile
    await turnLog(`${name}-turn`).catch(() => undefined);
    await turned.keep();
  });
}

/** Writes a database of one row and deletes it: some milliseconds. */
export async function turnLog(name: string): Promise<void> {
  const scratch = new Dexie(name);
  scratch.version(1).stores({ rows: 'key' });
  await scratch.table('rows').put({ key: 0 });
  await scratch.delete();
}
