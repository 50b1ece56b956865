import { t } from '../../../utils/i18n';
import { Button, Icon } from '../../controls';
import { dateText, dateTimeText } from '../../format';
import { Restore } from './Restore';
import type { RestoreProps } from './view';

export interface LostNoticeProps {
  /** When that was seen and which backup was its last (epoch ms); null: it has just been brought back, which is still said. */
  lost: { at: number; backup: { name: string; at: number } | null } | null;
  restore: RestoreProps;
  onAnew: () => void;
}

/** Above every view: the browser threw the database away, and here a backup is brought in. */
export function LostNotice({ lost, restore, onAnew }: LostNoticeProps) {
  const { now } = restore;
  return (
    <section class="lost" aria-labelledby={lost ? 'lost-title' : undefined}>
      {lost && (
        <div role="alert">
          <h2 id="lost-title" class="lost-title">
            <Icon name="alert" />
            {t('lost_title')}
          </h2>
          <p>{t('lost_text', { DATE: dateText(lost.at, now) })}</p>
          <p>
            {lost.backup
              ? t('lost_backup', { NAME: lost.backup.name, DATE: dateTimeText(lost.backup.at, now) })
              : t('lost_noBackup')}
          </p>
        </div>
      )}
      <Restore {...restore} />
      {lost && restore.view.step === 'choose' && (
        <Button kind="plain" onClick={onAnew}>
          {t('lost_anew')}
        </Button>
      )}
    </section>
  );
}
