/** Bytes as base 64 (RFC 4648, padded) and back, of any length. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte); // spread as arguments, a long text is too many of them
  return btoa(text);
}

/** @throws DOMException `InvalidCharacterError` where the text is no base 64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
