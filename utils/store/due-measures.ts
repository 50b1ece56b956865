import { dueInstant } from '../contact';
import type { MeasureDue } from '../retention/due-item';
import type { Database } from './database';
import { rounds } from './retention-queries';

/**
 * Measures that investigations decided and that were to be done by `today` (`YYYY-MM-DD`) and are not; of a closed round as well. All rounds are
 * read: a firm begins a handful a year.
 */
export async function dueMeasures(db: Database, today: string, zone: string): Promise<MeasureDue[]> {
  return (await rounds(db)).flatMap((round) =>
    round.measures.flatMap((measure) => {
      const { doneAt, dueDate } = measure;
      if (doneAt !== null || dueDate === null || dueDate > today) return [];
      return [{ kind: 'measure' as const, round, measure, dueAt: dueInstant(`${dueDate}T00:00`, zone) }];
    }),
  );
}
