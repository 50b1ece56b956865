import i18next, { type i18n } from 'i18next';
import type en from '../public/_locales/en/messages.json';

export type Locale = 'en' | 'zh_CN' | 'zh_TW';
export type MessageKey = keyof typeof en;
/** Texts by key as a file of `_locales` has them; the worker has only those that it says. */
export type Texts = Partial<Record<MessageKey, { message: string }>>;

let current: Locale = 'en';
let texts: Texts = {};
let engine: i18n | null = null;

/**
 * Made at the first text: the worker has hardly ever one to say. i18next reads `_locales` as they are: its
 * interpolation marks are set to the manifest format's `$NAME$`.
 */
function theEngine(): i18n {
  if (engine) return engine;
  engine = i18next.createInstance({
    lng: tagOf(current),
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '$', suffix: '$', escapeValue: false },
    resources: { [tagOf(current)]: { translation: flat(texts) } },
  });
  void engine.init();
  return engine;
}

const tagOf = (locale: Locale): string => locale.replace('_', '-');
const flat = (all: Texts) =>
  Object.fromEntries(Object.entries(all).map(([key, { message }]) => [key, message]));

/** The locale that serves a reader of these BCP 47 languages, best first. */
export function pickLocale(languages: readonly string[]): Locale {
  for (const tag of languages) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('zh')) return /hant|tw|hk|mo/.test(lower) ? 'zh_TW' : 'zh_CN';
    if (lower.startsWith('en')) return 'en';
  }
  return 'en';
}

/** The language that the user chose, or the browser's where it is `auto`. */
export const localeOf = (choice: Locale | 'auto', languages: readonly string[]): Locale =>
  choice === 'auto' ? pickLocale(languages) : choice;

/** Every later {@link t} is in this language. Its texts must be there: all files hold the same keys (a test says so). */
export function speak(locale: Locale, words: Texts): void {
  if (locale === current && words === texts) return;
  current = locale;
  texts = words;
  engine = null;
  said.clear();
}

/** The BCP 47 tag of the language in use, for Intl. */
export const localeTag = (): string => tagOf(current);

/** What was said without values since the language was chosen: it is the same each time, and a card says much. */
const said = new Map<MessageKey, string>();

/** The text of a key in the reader's language; `$NAME$` marks take their value from `values`. */
export function t(key: MessageKey, values?: Record<string, string | number>): string {
  if (values) return theEngine().t(key, values);
  const known = said.get(key) ?? theEngine().t(key);
  said.set(key, known);
  return known;
}
