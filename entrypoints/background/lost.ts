import { isAnotherDatabase } from '@/utils/browser/lost-database';
import { t } from '@/utils/i18n';
import { useLanguage } from './language';
import { leadTo, notify } from './notify';
import { theStore } from './store';

const ID = 'lost';

/** Says at once that the browser has thrown the database away: beside a page everybody would only seem unknown. */
export async function tellIfLost(): Promise<void> {
  const { databaseId, readOnly } = await theStore();
  if (readOnly || !(await isAnotherDatabase(databaseId, Date.now()))) return;
  await useLanguage();
  await notify(ID, t('lost_title'), t('lost_short'));
}

export const listenToLost = (): void => leadTo('settings', ID);
