import { localeOf, speak } from '@/utils/i18n';
import { theSettings } from './settings';
import { SAID } from './words';

/** The language of menus and notifications: the user's, or the browser's. */
export async function useLanguage(): Promise<void> {
  const locale = localeOf((await theSettings()).language, navigator.languages);
  speak(locale, SAID[locale]);
}
