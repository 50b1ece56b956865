import type { ImportRow } from '../store/import-types';
import type { Encoding } from '../transfer/decode';
import type { FileProblemId } from '../transfer/problem';
import type { Check } from './check';
import type { Plan, PlanDefaults } from './plan';
import type { Progress } from './run';

/** What is known of a chosen file before anything is imported. */
export interface Opening {
  fileName: string;
  size: number;
  sheets: string[];
  headers: string[];
  plan: Plan;
  /** Files with these headers were imported before: the plan is what was chosen then. */
  remembered: boolean;
  /** The very file was imported before: when, and by what name. */
  before: { fileName: string; at: number } | null;
}

/** From the page to the importer's worker. */
export type Ask =
  /** Look into a file; with `encoding` or `sheet` again, read so. Answer: `opened` or `problem`. */
  | { do: 'open'; file: File; defaults: PlanDefaults; encoding?: Encoding; sheet?: string }
  /** Read the opened file as this plan would, writing nothing; a new one ends the one before. Answers: `checked` … */
  | { do: 'check'; plan: Plan }
  /** Import the opened file. Answers: `progress` …, then `done`, `stopped` or `failed`. */
  | { do: 'start'; plan: Plan; headers: string[] }
  /** Go on with an import that was broken off. Answers as for `start`. */
  | { do: 'resume'; id: string }
  /** Stop the running import, or an unfinished one, and take it back. Answer: `stopped`. */
  | { do: 'stop'; id: string };

/** From the importer's worker to the page. */
export type Tell =
  | { is: 'opened'; opening: Opening }
  | { is: 'problem'; problem: FileProblemId }
  | { is: 'checked'; check: Check }
  | { is: 'started'; row: ImportRow }
  | { is: 'progress'; progress: Progress }
  | { is: 'done'; row: ImportRow }
  | { is: 'stopped' }
  /** `why`: the error's name, for words of the interface. What was written stays: it can go on. */
  | { is: 'failed'; why: string }
  /** Another page of the extension imports just now. */
  | { is: 'busy' };
