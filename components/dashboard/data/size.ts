import { localeTag } from '../../../utils/i18n';

/** Bytes in the reader's way: kB under a million, then MB. */
export function sizeText(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(localeTag(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
