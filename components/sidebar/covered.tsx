import { t } from '../../utils/i18n';
import { Button, Icon } from '../controls';
import type { SidebarActions } from './props';

/** Something of the page lies over the margin, so nothing in it answers: why, and where it can be used meanwhile. */
export function Covered({ actions }: { actions: SidebarActions }) {
  return (
    <section class="changed covered" role="status">
      <h2>
        <Icon name="alert" /> {t('covered_title')}
      </h2>
      <p>{t('covered_text')}</p>
      <Button safe onClick={actions.openSidePanel}>
        {t('openSidePanel')}
      </Button>
    </section>
  );
}
