/** Held by whoever imports, in whatever page. */
export const IMPORT_LOCK = 'margin-import';

/** True while an import runs, in whatever page. */
export async function importRuns(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name, mode }) => name === IMPORT_LOCK && mode !== 'shared');
}

/**
 * Resolves when no import runs. What is made over all customers (the index of names, the search for duplicates) waits for that: of rows that
 * come in for minutes it would be made again and again, while the import waits for its turn at the database. Whoever waits asks for a share
 * of the lock; where nobody imports nothing is asked for, so that who begins an import then finds the lock free.
 */
export async function importsRest(): Promise<void> {
  if (await importRuns()) await navigator.locks.request(IMPORT_LOCK, { mode: 'shared' }, () => undefined);
}
