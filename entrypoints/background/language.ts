import { setLocale } from '@/utils/i18n';
import { theSettings } from './settings';

/** The language of menus and notifications: the user's, or the browser's. */
export async function useLanguage(): Promise<void> {
  setLocale((await theSettings()).language, navigator.languages);
}
