import { type ChineseCompany, parseChinese } from './chinese-company';
import { FORMS, trailingWord } from './company-words';
import { fold, hasHan, solid } from './fold';
import { type LatinCompany, parseLatin } from './latin-company';
import { isSurname } from './surnames';

export type CompanyName = ChineseCompany | LatinCompany;

/** Takes a company's name apart by the script it is written in; null where there is no letter in it. */
export function parseCompany(name: string): CompanyName | null {
  const folded = fold(name.slice(0, NAME_LIMIT));
  if (!/\p{L}|\p{N}/u.test(folded)) return null;
  return hasHan(folded) ? parseChinese(folded) : parseLatin(folded);
}

/**
 * Whether a Chinese name is surely an organisation's: it has a legal form, or four characters and more that end with a
 * word of trade (山西煤矿). No person is called so, but for those with a family name of two characters (欧阳海洋).
 */
export function isOrganisation(name: string): boolean {
  const text = solid(fold(name.slice(0, NAME_LIMIT)));
  if (!hasHan(text)) return false;
  if (/(?:公司|集团)$/.test(text)) return true;
  if (text.length < 4 || (text.length === 4 && isSurname(text.slice(0, 2)))) return false;
  return FORMS.some((form) => text.endsWith(form)) || trailingWord(text) !== '';
}

/** No name is longer; what a hostile file holds beyond it is not read. */
export const NAME_LIMIT = 120;

/** A short key of the trade name, the same for all spellings of one name; '' where it has none. */
export const tradeKey = (name: CompanyName): string =>
  name.script === 'han' ? name.trade : name.trade.join('');
