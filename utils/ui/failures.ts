import type { Trouble } from '../../components/sidebar/props';
import { StoreLocked } from '../store';

/** Errors are told apart by name: one from a closed connection is Dexie's own. */
const TROUBLES: Record<string, Trouble> = {
  StoreDenied: 'denied',
  StoreBlocked: 'blocked',
  StoreClosed: 'closed',
  StoreLocked: 'locked',
  DatabaseClosedError: 'closed',
};

/** Why the database cannot be read here. */
export const troubleOf = (error: unknown): Trouble =>
  error instanceof StoreLocked && error.moving
    ? 'moving'
    : (TROUBLES[error instanceof Error ? error.name : ''] ?? 'failed');
