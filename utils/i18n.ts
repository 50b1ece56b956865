import i18next, { type i18n } from 'i18next';
import en from '../public/_locales/en/messages.json';
import zhCN from '../public/_locales/zh_CN/messages.json';
import zhTW from '../public/_locales/zh_TW/messages.json';

/** The three languages, from the same files that the browser reads for the manifest. */
export const LOCALES = { en, zh_CN: zhCN, zh_TW: zhTW } as const;
export type Locale = keyof typeof LOCALES;
export type MessageKey = keyof typeof en;

type Messages = Record<string, { message: string }>;
const flat = (messages: Messages) =>
  Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));

const tagOf = (locale: Locale): string => locale.replace('_', '-');
let current: Locale = 'en';
let engine: i18n | null = null;

/**
 * Made at the first text, with the languages that are in use: the worker has hardly ever one to say, and the first
 * customer is not to wait for the words of three. i18next reads `_locales` as they are: its interpolation marks are
 * set to the manifest format's `$NAME$`.
 */
function theEngine(): i18n {
  if (engine) return engine;
  engine = i18next.createInstance({
    lng: tagOf(current),
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '$', suffix: '$', escapeValue: false },
    resources: { en: { translation: flat(en) }, [tagOf(current)]: { translation: flat(LOCALES[current]) } },
  });
  void engine.init();
  return engine;
}

/** The locale that serves a reader of these BCP 47 languages, best first. */
export function pickLocale(languages: readonly string[]): Locale {
  for (const tag of languages) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('zh')) return /hant|tw|hk|mo/.test(lower) ? 'zh_TW' : 'zh_CN';
    if (lower.startsWith('en')) return 'en';
  }
  return 'en';
}

/** Sets the language of every later {@link t}: the user's choice, or the browser's where it is `auto`. */
export function setLocale(choice: Locale | 'auto', languages: readonly string[]): Locale {
  const locale = choice === 'auto' ? pickLocale(languages) : choice;
  if (engine && locale !== current) {
    engine.addResourceBundle(tagOf(locale), 'translation', flat(LOCALES[locale]));
    void engine.changeLanguage(tagOf(locale));
  }
  current = locale;
  return locale;
}

/** The BCP 47 tag of the language in use, for Intl. */
export const localeTag = (): string => tagOf(current);

/** The text of a key in the reader's language; `$NAME$` marks take their value from `values`. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  return theEngine().t(key, values);
}
