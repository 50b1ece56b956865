import { localeTag } from '../utils/i18n';
import { type Money, minorDigits } from '../utils/money';

/** Numbers and money in the reader's language. A formatter is dear to make, so each is made once. */
const made = new Map<string, Intl.NumberFormat>();
function keep(id: string, make: (tag: string) => Intl.NumberFormat): Intl.NumberFormat {
  const key = `${localeTag()} ${id}`;
  const found = made.get(key) ?? make(localeTag());
  made.set(key, found);
  return found;
}

const major = ({ minor, currency }: Money) => minor / 10 ** minorDigits(currency);

/** The exact amount: "$12,345.60"; without the decimals where they are zero. */
export const money = (amount: Money): string =>
  keep(
    `money ${amount.currency}`,
    (tag) =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency: amount.currency,
        trailingZeroDisplay: 'stripIfInteger',
      }),
  ).format(major(amount));

/** The amount at a glance: "$12.3K", "¥123万". */
export const shortMoney = (amount: Money): string =>
  keep(
    `short ${amount.currency}`,
    (tag) =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency: amount.currency,
        notation: 'compact',
        maximumFractionDigits: 1,
      }),
  ).format(major(amount));

/** 12,345 */
export const formatCount = (count: number): string =>
  keep('count', (tag) => new Intl.NumberFormat(tag)).format(count);
