import type { Store } from '../store/api';
import type { ImportRow } from '../store/import-types';

/** The import that was broken off, if there is one. */
export async function unfinishedImport(store: Store): Promise<ImportRow | null> {
  return (await store.imports(50)).find(({ state }) => state === 'running') ?? null;
}
