import { t } from '../../../utils/i18n';
import { Button } from '../../controls';
import { countText, sizeText } from '../../format';

export interface StoredProps {
  customers: number;
  /** How many of them are sample customers. */
  samples: number;
  /** Bytes that the browser counts for the extension; null where it does not tell. */
  bytes: number | null;
  /** Loading or removing is under way. */
  busy: boolean;
  onLoadSample: () => void;
  onRemoveSample: () => void;
}

/** What is kept on this machine, and the sample data. */
export function Stored({ customers, samples, bytes, busy, onLoadSample, onRemoveSample }: StoredProps) {
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t('settings_customers')}</dt>
          <dd>{countText(customers)}</dd>
        </div>
        <div>
          <dt>{t('settings_samples')}</dt>
          <dd>{countText(samples)}</dd>
        </div>
        <div>
          <dt>{t('settings_size')}</dt>
          <dd>{bytes === null ? '–' : sizeText(bytes)}</dd>
        </div>
      </dl>
      <p class="field-hint">{t('settings_sampleHint')}</p>
      <div class="sheet-actions">
        <Button disabled={busy || samples > 0} onClick={onLoadSample}>
          {t('settings_sampleLoad')}
        </Button>
        <Button kind="danger" disabled={busy || samples === 0} onClick={onRemoveSample}>
          {t('settings_sampleRemove')}
        </Button>
      </div>
    </>
  );
}
