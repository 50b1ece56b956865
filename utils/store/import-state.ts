import type { Tables } from './database';
import type { Change, ImportedCounts } from './types';

/** How far an import is, in `meta`. Not there: done (then it is in the journal) or never begun. */
export interface State extends ImportedCounts {
  at: number;
  change: Pick<Change, 'id' | 'what' | 'source'>;
  checkpoint: unknown;
  parts: number;
  phase: 'reading' | 'filing';
}
export const stateKey = (id: string) => `import:${id}`;

export async function stateOf(db: Tables, id: string): Promise<State | null> {
  return ((await db.meta.get(stateKey(id)))?.value as State | undefined) ?? null;
}
