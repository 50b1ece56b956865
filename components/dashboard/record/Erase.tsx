import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Button, Icon } from '../../controls';
import type { RecordActions } from './props';

/** What ends a record: a page of it to take along, removal, and erasing for good, which is asked about. */
export function Erase({ actions }: { actions: Pick<RecordActions, 'remove' | 'erase' | 'exportPage'> }) {
  const [sure, setSure] = useState(false);
  if (sure)
    return (
      <div class="record-erase" role="alert">
        <p class="notice">
          <Icon name="alert" />
          {t('record_eraseSure')}
        </p>
        <div class="sheet-actions">
          <Button kind="danger" onClick={actions.erase}>
            {t('record_eraseNow')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('cancel')}</Button>
        </div>
      </div>
    );
  return (
    <div class="sheet-actions">
      <Button icon="download" onClick={actions.exportPage}>
        {t('record_exportPage')}
      </Button>
      <Button kind="danger" icon="trash" onClick={actions.remove}>
        {t('record_remove')}
      </Button>
      <Button kind="plain" onClick={() => setSure(true)}>
        {t('record_erase')}
      </Button>
    </div>
  );
}
