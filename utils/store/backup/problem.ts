/** Why a backup cannot be read. Nothing was changed by then. */
export const BACKUP_PROBLEMS = [
  /** Some other file. */
  'not-a-backup',
  /** It ends before its end mark. */
  'truncated',
  /** Its bytes or rows are not what was written: checksum, compression, seal or a row's form. */
  'corrupt',
  /** Made by a newer version of Margin. */
  'newer',
  'needs-passphrase',
  'wrong-passphrase',
  /** The browser cannot read the file any more (moved, changed, taken away). */
  'unreadable',
] as const;
export type BackupProblemId = (typeof BACKUP_PROBLEMS)[number];

/** A file that is no good backup. The message is for logs and holds no customer data. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
  constructor(
    readonly problem: BackupProblemId,
    detail = '',
    options?: ErrorOptions,
  ) {
    super(detail ? `${problem}: ${detail}` : problem, options);
  }
}

/** What broke while a backup was read, as a problem of the file; an abort stays an abort. */
export function asProblem(error: unknown, signal?: AbortSignal): unknown {
  if (error instanceof BackupProblem || signal?.aborted) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotReadableError' || name === 'NotFoundError')
    return new BackupProblem('unreadable', name, { cause: error });
  return new BackupProblem('corrupt', name, { cause: error });
}
