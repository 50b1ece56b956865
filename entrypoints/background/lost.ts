import { browser } from '@/utils/browser/api';
import { isAnotherDatabase } from '@/utils/browser/lost-database';
import { openDashboard } from '@/utils/browser/open';
import { t } from '@/utils/i18n';
import type { Store } from '@/utils/store';
import { useLanguage } from './language';
import { notify } from './notify';

const ID = 'lost';

/** Says at once that the browser has thrown the database away: beside a page everybody would only seem unknown. */
export async function tellIfLost({ databaseId, readOnly }: Store): Promise<void> {
  if (readOnly || !(await isAnotherDatabase(databaseId, Date.now()))) return;
  await useLanguage();
  await notify(ID, t('lost_title'), t('lost_short'));
}

export function listenToLost(): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id !== ID) return;
    void browser.notifications.clear(id);
    void openDashboard('settings');
  });
}
