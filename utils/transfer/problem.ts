/** Why a file cannot be read at all; the interface translates `import_problem_<id>`. */
export const FILE_PROBLEMS = [
  'empty',
  'no-rows',
  'broken-zip',
  'zip-bomb',
  'old-excel',
  'no-sheets',
  'broken-sheet',
  'not-a-table',
  'gone',
] as const;
export type FileProblemId = (typeof FILE_PROBLEMS)[number];

/** A file that cannot be read: nothing of it was taken over. */
export class FileProblem extends Error {
  override name = 'FileProblem';
  constructor(
    readonly problem: FileProblemId,
    options?: ErrorOptions,
  ) {
    super(`the file cannot be read: ${problem}`, options);
  }
}
