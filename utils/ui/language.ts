import { type Locale, localeOf, speak, type Texts } from '../i18n';

/** A page loads the texts of the language that it speaks, and no other; as text, which is parsed sooner than as code. */
const FILES: Record<Locale, () => Promise<{ default: string }>> = {
  en: () => import('../../public/_locales/en/messages.json?raw'),
  zh_CN: () => import('../../public/_locales/zh_CN/messages.json?raw'),
  zh_TW: () => import('../../public/_locales/zh_TW/messages.json?raw'),
};
const read = new Map<Locale, Promise<Texts>>();

function textsOf(locale: Locale): Promise<Texts> {
  const known = read.get(locale);
  if (known) return known;
  const texts = FILES[locale]().then((file) => JSON.parse(file.default) as Texts);
  read.set(locale, texts);
  return texts;
}

let wanted: Locale | null = null;

/** Makes the page speak the user's language, or the browser's where the choice is `auto`; resolves when it does. */
export async function setLocale(choice: Locale | 'auto', languages: readonly string[]): Promise<Locale> {
  const locale = localeOf(choice, languages);
  wanted = locale;
  const texts = await textsOf(locale);
  if (wanted === locale) speak(locale, texts); // of two choices the later stands, whichever file comes first
  return locale;
}

/** Begins to load the texts that the browser's language makes likely, while the settings are being read. */
export function expectLocale(languages: readonly string[]): void {
  textsOf(localeOf('auto', languages)).catch(() => undefined); // told to whom asks for them
}
