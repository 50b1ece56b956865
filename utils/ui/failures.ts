import type { Trouble } from '../../components/sidebar/props';
import { type MessageKey, t } from '../i18n';

/** Errors of the store in words. They are told apart by name, which survives a bundle split in two. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const TROUBLES: Record<string, Trouble> = {
  StoreDenied: 'denied',
  StoreBlocked: 'blocked',
  StoreClosed: 'closed',
  DatabaseClosedError: 'closed',
};

/** Why the database cannot be read here. */
export const troubleOf = (error: unknown): Trouble => TROUBLES[nameOf(error)] ?? 'failed';

const FAILURES: Record<string, MessageKey> = {
  StoreFull: 'fail_full',
  StoreNewer: 'readOnly',
  StoreClosed: 'trouble_closed',
  UndoConflict: 'fail_undo',
  RowMissing: 'fail_gone',
};

/** Why a change was not written, and what to do. */
export function failureText(error: unknown): string {
  if (nameOf(error) === 'InvalidRow') {
    const { field } = error as { field?: unknown };
    return t('fail_invalid', { FIELD: String(field ?? '') });
  }
  return t(FAILURES[nameOf(error)] ?? 'fail_other');
}
