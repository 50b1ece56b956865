import { StoreLocked } from '@/utils/store/errors';

export const isLocked = (error: unknown): boolean => error instanceof StoreLocked;

/** For what nobody waits for: while it is locked it is not done. */
export function unlessLocked(error: unknown): void {
  if (!isLocked(error)) throw error;
}
