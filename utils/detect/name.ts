import { labelOf, says } from './labels';

/** Looks like a name: short, few words, no digits or sentence marks, no word of the interface. */
export function isName(text: string): boolean {
  const plain = text.trim();
  if (plain.length < 2 || plain.length > 60 || /[\d@:：?？!！#[\]{}/\\，。›»→|]/u.test(plain)) return false;
  if (says('noName', plain) || labelOf(plain)) return false;
  const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(plain);
  return cjk ? plain.length <= 20 : plain.split(/\s+/).length <= 6 && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(plain);
}
