/** A number in a line of text that may be its amount. */
export interface AmountFound {
  from: number;
  to: number;
  /** The number alone, with its sign, brackets and unit: `-1.2万`. */
  text: string;
  negative: boolean;
  /** The currencies that its sign or code may mean; empty: none is named. */
  currencies: readonly string[];
  /** A sign, a currency, a unit or decimals say that it is an amount, not a 15 of some product. */
  explicit: boolean;
}

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  '£': ['GBP'],
  '₩': ['KRW'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '฿': ['THB'],
  '₫': ['VND'],
  '¥': ['CNY', 'JPY'],
  $: ['USD', 'TWD', 'HKD', 'CAD', 'AUD', 'SGD', 'NZD', 'MXN'],
  US$: ['USD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  A$: ['AUD'],
  C$: ['CAD'],
  S$: ['SGD'],
  RMB: ['CNY'],
  元: ['CNY', 'TWD', 'HKD'],
  块: ['CNY'],
  塊: ['TWD', 'HKD'],
  円: ['JPY'],
};
const CURRENCY = '(?:US|HK|NT|A|C|S)?\\$|[€£₩₹₽฿₫¥]|RMB|[A-Z]{3}(?![A-Za-z])';
const BEHIND = `${CURRENCY}|[元块塊円]`;
const BODY = '\\d[\\d.,]*(?:\\s?(?:百万|百萬|千万|千萬|[千万萬亿億]|[kKmM](?![A-Za-z])|bn(?![A-Za-z])))?';
const source = (end: string) =>
  `(?<![A-Za-z\\d.,/])(?<open>\\()?(?<minus>[-−–+]\\s?)?(?<front>${CURRENCY})?\\s?(?<minus2>[-−–])?(?<body>${BODY})\\s?(?<back>${BEHIND})?(?<close>\\))?${end}`;
/** Nothing that makes it a part of a word: 5kg, 15寸, 5%. */
const STRICT = new RegExp(source('(?![\\p{L}\\d%‰/])'), 'gu');
/** Chinese written without spaces: 80退款. */
const LOOSE = new RegExp(source('(?![A-Za-z\\d%‰/])'), 'gu');

let codes: ReadonlySet<string> | undefined;
const isCode = (text: string): boolean => {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(text);
};

/** Every number that may be an amount, in order. */
export function findAmounts(text: string): AmountFound[] {
  const strict = [...text.matchAll(STRICT)].flatMap(amountOf);
  return strict.length > 0 ? strict : [...text.matchAll(LOOSE)].flatMap(amountOf);
}

function amountOf(match: RegExpMatchArray): AmountFound[] {
  const { open, close, minus, minus2, front, back, body } = match.groups ?? {};
  if (body === undefined) return [];
  const number = body.replace(/[.,]+$/, '');
  const named = front ?? back;
  const known = named === undefined ? [] : (SIGNS[named] ?? (isCode(named) ? [named] : undefined));
  if (known === undefined || (front && back && front !== back)) return [];
  const wrapped = open !== undefined && close !== undefined;
  const minusSign = /[-−–]/.test(`${minus ?? ''}${minus2 ?? ''}`);
  const negative = wrapped !== minusSign;
  const from = match.index ?? 0;
  return [
    {
      from,
      to: from + match[0].length,
      text: `${negative ? '-' : ''}${number.replace(/\s/g, '')}`,
      negative,
      currencies: known,
      explicit: wrapped || minus !== undefined || known.length > 0 || /[^\d]/.test(number),
    },
  ];
}
