/** Which sign parts the decimals: `comma` as in 1.234,56 · `point` as in 1,234.56. */
export type DecimalSign = 'comma' | 'point';

const UNITS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, k: 1e3, m: 1e6 };
/** What needs no reading: most cells of most files. A point before three digits may be a group. */
const SIMPLE = /^-?\d{1,15}(?:\.\d{1,2})?$/;
const WRAPPED = /^\((.*)\)$/;
const TRIM =
  /^(?:[A-Z]{3}|[$€£¥₩₹]|元|US\$|HK\$|NT\$|CN¥|JP¥|[SAC]\$|RMB|人民[币幣]|美元|欧元|歐元|港[币幣元])\s*|\s*(?:[A-Z]{3}|[$€£¥₩₹]|元整?|[圆圓円块]|RMB|人民[币幣]|美元|欧元|歐元|港[币幣元])$/gi;

/** Full-width forms to ASCII, and all kinds of space and minus to the plain ones. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2212\u2013\u2014\uFE63]/g, '-')
    .replace(/[\s'’_]/g, '');

/**
 * The amount that a cell says, in major units: 1,234.56 · 1.234,56 · （500） and 500- as negative · ¥1.2万 · € 5.
 * undefined where it says none. `decimals` settles what one separator before three digits means (1.234).
 */
export function parseAmount(cell: string, decimals: DecimalSign = 'point'): number | undefined {
  if (SIMPLE.test(cell)) return Number(cell) + 0;
  let text = plain(cell);
  let sign = 1;
  const wrapped = WRAPPED.exec(text);
  if (wrapped) {
    sign = -1;
    text = wrapped[1] ?? '';
  }
  for (let before = ''; before !== text; ) {
    before = text;
    if (/^[-+]|-$/.test(text)) {
      if (text.includes('-')) sign = -sign;
      text = text.replace(/^[-+]|-$/, '');
    }
    text = text.replace(TRIM, '');
  }
  const unit = UNITS[text.at(-1)?.toLowerCase() ?? ''] ?? 1;
  if (unit > 1) text = text.slice(0, -1);
  const number = digits(text, decimals);
  return number === undefined ? undefined : round(sign * number * unit) + 0;
}

/** A unit times a decimal fraction may miss by the last bit (1.1万 = 11000.000000000002). */
const round = (value: number): number => Number(value.toPrecision(15));

function digits(text: string, decimals: DecimalSign): number | undefined {
  if (!/^(?:\d[\d.,]*|[.,]\d+)$/.test(text)) return undefined;
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return parted(text, point > comma ? 'point' : 'comma');
  const at = Math.max(point, comma);
  if (at < 0) return Number(text);
  const used: DecimalSign = point >= 0 ? 'point' : 'comma';
  const single = text.indexOf(text[at] ?? '') === at;
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(text);
  if (grouped && (!single || used !== decimals)) return Number(text.replaceAll(/[.,]/g, ''));
  return single ? parted(text, used) : undefined;
}

function parted(text: string, used: DecimalSign): number | undefined {
  const [group, part] = used === 'point' ? [',', '.'] : ['.', ','];
  const [whole = '', fraction, ...more] = text.split(part);
  if (more.length > 0 || fraction?.includes(group)) return undefined;
  if (whole.includes(group) && !new RegExp(`^\\d{1,3}(?:\\${group}\\d{2,3})*\\${group}\\d{3}$`).test(whole))
    return undefined;
  return Number(`${whole.replaceAll(group, '') || '0'}.${fraction || '0'}`);
}

/** What the amounts of a column, seen together, use for decimals: the sign that stands before other than three digits. */
export function decimalSignOf(cells: Iterable<string>): DecimalSign {
  let comma = 0;
  let point = 0;
  for (const cell of cells) {
    const end = /([.,])(\d+)\D*$/.exec(plain(cell));
    if (!end || (end[2] ?? '').length === 3) continue;
    if (end[1] === ',') comma++;
    else point++;
  }
  return comma > point ? 'comma' : 'point';
}
