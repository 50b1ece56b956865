import { t } from '../i18n';
import {
  InvalidRow,
  MergeRefused,
  RowMissing,
  StoreBlocked,
  StoreClosed,
  StoreDenied,
  StoreFull,
  StoreNewer,
  UndoConflict,
} from '../store';

/** What went wrong with the store, in a sentence for the reader that says what to do. */
export function troubleWords(error: unknown): string {
  if (error instanceof InvalidRow) return t('trouble_invalid', { FIELD: error.field });
  if (error instanceof StoreFull) return t('trouble_full');
  if (error instanceof UndoConflict) return t('trouble_conflict');
  if (error instanceof MergeRefused) return t(`trouble_merge_${error.why}`);
  if (error instanceof RowMissing) return t('trouble_missing');
  if (error instanceof StoreNewer) return t('trouble_newer');
  if (error instanceof StoreBlocked) return t('trouble_blocked');
  if (error instanceof StoreDenied) return t('trouble_denied');
  if (error instanceof StoreClosed) return t('trouble_closed');
  return t('trouble_other');
}
