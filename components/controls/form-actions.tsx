import { t } from '../../utils/i18n';
import { Button } from './button';

export interface FormActionsProps {
  onCancel: () => void;
  /** What saving is called here; absent: Save. */
  save?: string;
  disabled?: boolean | undefined;
  /** What stands in the way of saving and belongs to no single field. */
  error?: string | undefined;
}

/** The end of every form: what is wrong with the whole of it, Save (also by Enter), and the way out. */
export function FormActions({ onCancel, save, disabled, error }: FormActionsProps) {
  return (
    <>
      {error !== undefined && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      <div class="row-actions">
        <Button kind="primary" submit disabled={disabled}>
          {save ?? t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </>
  );
}
