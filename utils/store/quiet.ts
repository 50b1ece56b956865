import Dexie, { RangeSet } from 'dexie';
import type { Database } from './database';

/**
 * An import writes for minutes. Told of every part, each open page would ask all its queries again hundreds of times, and the import
 * would wait for their answers: so its connection tells nobody, and wakes all now and then ({@link wakeAll}). Call it before the database opens.
 */
export function quieten(db: Database): void {
  for (const name of ['Observability', 'Cache']) db.unuse({ stack: 'dbcore', name });
}

/** Every query that is watched, in this and all other pages, is asked again: what Dexie does itself when a page is shown again (4.4, 2026-11). */
export function wakeAll(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet(Number.NEGATIVE_INFINITY, [[]]) });
}
