import { t } from '../../utils/i18n';
import { Button, Icon } from '../controls';
import type { SidebarActions } from './props';

/** The page is no longer as it was when it was learnt: said above whatever the general rules found. */
export function Changed({ actions }: { actions: SidebarActions }) {
  return (
    <section class="changed" role="status">
      <h2>
        <Icon name="alert" /> {t('teach_changed')}
      </h2>
      <p>{t('teach_changedText')}</p>
      <Button onClick={actions.teach}>{t('teach_again')}</Button>
    </section>
  );
}
