/**
 * Telephone numbers as written: found cheaply here, parsed properly by whoever looks the customer up.
 * A bare run of digits counts only where a label says so: dates, order numbers and sizes look alike.
 */
const SHAPE = /^\+?[\d\s().\-/\u2010-\u2013]{6,24}(?:\s?(?:x|ext\.?|#|转|轉)\s?\d{1,6})?$/iu;
const DATE = /^\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}(\s.*)?$/;

/** What kind of phone it is, behind it: "(work)". */
const NOTE = /[(（][^\d()]{2,20}[)）]\s*$/u;

/** The phone that a whole short text is, or null. `labelled`: a label beside it says that it is one. */
export function phoneIn(text: string, labelled: boolean): string | null {
  const plain = text.replace(NOTE, '').trim();
  if (!SHAPE.test(plain) || DATE.test(plain)) return null;
  const digits = plain.replace(/\D/g, '').length;
  if (digits < 7 || digits > 17) return null;
  return labelled || /^\+\d/.test(plain)
    ? plain
        .replace(/[^\d+\-\s()x#转轉]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : null;
}

/** International or trunk prefix, then groups of digits: how people write their number in a sentence. */
const IN_TEXT = /(?<![\d+.-])(?:\+|00?)\d[\d ().\u2010-\u2013-]{6,18}\d(?![\d-])/g;

/** Phones inside a longer text, at most three; only those written with a prefix and with gaps or a plus. */
export function phonesIn(text: string): string[] {
  const found = text.slice(0, 4_000).match(IN_TEXT) ?? [];
  const phones = found.filter((one) => {
    const digits = one.replace(/\D/g, '').length;
    return digits >= 9 && digits <= 15 && !DATE.test(one) && (one.startsWith('+') || /\d[ ()-]+\d/.test(one));
  });
  return phones.slice(0, 3);
}
