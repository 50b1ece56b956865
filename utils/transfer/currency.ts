/** Signs and words that name one currency, whatever the file's own is. */
const SURE: ReadonlyArray<readonly [RegExp, string]> = [
  [/US\$|USD/i, 'USD'],
  [/HK\$|HKD|港币|港幣|港元/i, 'HKD'],
  [/NT\$|TWD|新台币|新臺幣|新台幣|台币|臺幣|台幣/i, 'TWD'],
  [/S\$|SGD/i, 'SGD'],
  [/A\$|AUD/i, 'AUD'],
  [/C\$|CAD/i, 'CAD'],
  [/€|EUR|欧元|歐元/i, 'EUR'],
  [/£|GBP|英镑|英鎊/i, 'GBP'],
  [/₩|KRW|韩元|韓元/i, 'KRW'],
  [/₹|INR/i, 'INR'],
  [/RMB|CN¥|CNY|人民币|人民幣/i, 'CNY'],
  [/JPY|JP¥|円|日元|日圓/i, 'JPY'],
  [/美元|美金/, 'USD'],
];
/** Signs that several currencies share: the file's own where it is one of them, else the first. */
const SHARED: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/[¥￥]/, ['CNY', 'JPY']],
  [/\$/, ['USD', 'CAD', 'AUD', 'HKD', 'TWD', 'SGD', 'NZD', 'MXN', 'MOP']],
  [/[元圆圓块]/, ['CNY', 'TWD', 'HKD', 'MOP']],
];
const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** The currency that the sign or code in an amount names; undefined where it names none. */
export function currencyWithin(cell: string, own: string): string | undefined {
  if (!/[^\d.,\-+\s()（）]/.test(cell)) return undefined;
  for (const [sign, code] of SURE) if (sign.test(cell)) return code;
  for (const [sign, codes] of SHARED) if (sign.test(cell)) return codes.includes(own) ? own : codes[0];
  const code = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/.exec(cell)?.[0];
  return code && KNOWN.has(code) ? code : undefined;
}

/** The currency that a cell of a currency column says: a code, a sign or a name; undefined for none that is known. */
export function currencyOf(cell: string, own: string): string | undefined {
  const code = cell.normalize('NFKC').trim().toUpperCase();
  if (KNOWN.has(code)) return code;
  return /^[A-Z]{3}$/.test(code) && code !== 'RMB' ? undefined : currencyWithin(code, own);
}
