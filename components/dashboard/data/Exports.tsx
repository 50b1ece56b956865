import { t } from '../../../utils/i18n';
import { Button } from '../../controls';
import { EXPORTS, type ExportsProps } from './view';

/** Files for other programs. */
export function Exports({ busy, onExport }: ExportsProps) {
  return (
    <>
      <p class="field-hint">{t('data_exportHint')}</p>
      <ul class="data-exports">
        {EXPORTS.map((kind) => (
          <li key={kind}>
            <Button icon="download" disabled={busy !== null} onClick={() => onExport(kind)}>
              {t(`data_export_${kind}`)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
