/** Scripts without spaces between words. */
export const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/**
 * Sentences rather than interface: several words with punctuation, or a shorter text in an element meant for
 * running text (`p`, `pre`, `blockquote`).
 */
export function isProse(text: string, tag: string): boolean {
  if (text.length < 12) return false;
  if (CJK.test(text)) {
    return text.length >= 14 && /[，。！？；、…]/u.test(text);
  }
  const words = text.slice(0, 400).match(/\p{L}{2,}/gu)?.length ?? 0;
  if (words >= 7 && /\p{L}[.,!?;:](\s|$)/u.test(text)) return true;
  const ends = /[\p{L})][.!?…]$/u.test(text);
  const running = /^(p|pre|blockquote)$/.test(tag) && !text.includes('@');
  return (words >= 4 && ends) || (running && (words >= 5 || (words >= 3 && ends)));
}
