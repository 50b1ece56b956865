import { labelOf, says } from './labels';
import { CJK } from './prose';

/** Looks like a name: short, few words, no digits or sentence marks, no word of the interface. */
export function isName(text: string): boolean {
  const plain = text.trim();
  if (plain.length < 2 || plain.length > 60 || /[\d@:：?？!！#[\]{}/\\，。›»→|]/u.test(plain)) return false;
  // Initials stand for a picture; what stands between dots ("Lead · New") are several things.
  if (/^[A-Z]{1,2}$|\s[·•]\s/.test(plain) || says('noName', plain) || labelOf(plain)) return false;
  return CJK.test(plain)
    ? plain.length <= 20
    : plain.split(/\s+/).length <= 6 && (plain < '\x80' ? /^[A-Z]/ : /^[\p{Lu}\p{Lt}\p{Lo}]/u).test(plain);
}
