import { type ChineseCompany, parseChinese } from './chinese-company';
import { fold, hasHan } from './fold';
import { type LatinCompany, parseLatin } from './latin-company';

export type CompanyName = ChineseCompany | LatinCompany;

/** Takes a company's name apart by the script it is written in; null where there is no letter in it. */
export function parseCompany(name: string): CompanyName | null {
  const folded = fold(name.slice(0, NAME_LIMIT));
  if (!/\p{L}|\p{N}/u.test(folded)) return null;
  return hasHan(folded) ? parseChinese(folded) : parseLatin(folded);
}

/** No name is longer; what a hostile file holds beyond it is not read. */
export const NAME_LIMIT = 120;

/** A short key of the trade name, the same for all spellings of one name; '' where it has none. */
export const tradeKey = (name: CompanyName): string =>
  name.script === 'han' ? name.trade : name.trade.join('');
