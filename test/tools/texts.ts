import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build.ts';

export type ReadLocale = 'en' | 'zh_CN' | 'zh_TW';

/** The product's own words in one language, by key, so that tests follow a changed wording. Throws on an unknown key. */
export function textsOf(
  locale: ReadLocale,
): (key: string, values?: Record<string, string | number>) => string {
  const file = join(ROOT, 'public', '_locales', locale, 'messages.json');
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return (key, values = {}) => {
    const text = messages[key]?.message;
    if (text === undefined) throw new Error(`no text "${key}" in ${locale}`);
    return text.replace(/\$([A-Z_]+)\$/g, (mark, name: string) => String(values[name] ?? mark));
  };
}
