import type { Check } from '../../../utils/import/check';
import type { Plan } from '../../../utils/import/plan';
import type { Opening } from '../../../utils/import/protocol';
import type { Progress } from '../../../utils/import/run';
import type { ImportRow } from '../../../utils/store/import-types';
import type { Encoding } from '../../../utils/transfer/decode';
import type { FileProblemId } from '../../../utils/transfer/problem';

/** The same file, read in another way. */
export interface Reopen {
  encoding?: Encoding;
  sheet?: string;
}

/** Where an import stands: the step that is shown, with all that it needs. */
export type ImportView =
  | { step: 'file'; problem: FileProblemId | 'busy' | 'failed' | null; opening: boolean; why?: string }
  | { step: 'columns'; opening: Opening; plan: Plan; check: Check | null }
  | {
      step: 'running';
      fileName: string;
      /** null until the worker has begun. */
      row: ImportRow | null;
      progress: Progress | null;
      stopping: boolean;
      /** It was broken off, and goes on without having been asked. */
      byItself: boolean;
    }
  | { step: 'result'; row: ImportRow };
