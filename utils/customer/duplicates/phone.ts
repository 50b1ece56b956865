import { distance } from '../names/distance';

const EXTENSION = /(?:转|轉|分机|分機|内线|內線|ext(?:n|ension)?\b|;|x(?=\s*\d)|#).*$/i;
/** 0437-7077656-801: two to four digits behind a number that is whole without them. */
const DASHED = /^((?:\D*\d){10,})\s*[-–—]\s*\d{2,4}\s*$/;
const LEAST = 7;

/** The digits of a phone number without trunk zeros, exit codes and extension; null where there are too few. */
export function phoneDigits(raw: string): string | null {
  const digits = raw
    .slice(0, 60)
    .normalize('NFKC')
    .replace(EXTENSION, '')
    .replace(DASHED, '$1')
    .replace(/\(0\)/, '')
    .replace(/\D/g, '');
  const bare = digits.replace(/^0+/, '');
  return bare.length < LEAST || bare.length > 16 ? null : bare;
}

/** Digits that all ways of writing one number end in: country and area codes come and go before them. */
export const phoneTail = (digits: string): string => digits.slice(-8);

/** Digits that two numbers have in common where they are the same ({@link comparePhones}). */
export const phoneEnd = (digits: string): string => digits.slice(-LEAST);

/**
 * Whether two numbers are one, written with or without country code; `near` where a digit is mistyped or two are
 * swapped. Records hold national and international forms without saying which.
 */
export function comparePhones(a: string, b: string): 'same' | 'near' | 'different' {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length <= 4 && long.endsWith(short)) return 'same';
  const size = Math.min(short.length, 11);
  return distance(short.slice(-size), long.slice(-size), 1) <= 1 ? 'near' : 'different';
}
