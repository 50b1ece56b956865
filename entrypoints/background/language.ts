import { readSettings } from '@/utils/browser/settings-store';
import { setLocale } from '@/utils/i18n';

/** The language of menus and notifications: the user's, or the browser's. */
export async function useLanguage(): Promise<void> {
  setLocale((await readSettings()).language, navigator.languages);
}
