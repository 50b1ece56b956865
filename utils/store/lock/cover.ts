import { fromBase64, toBase64 } from '../../base64';
import { Sealer } from './sealer';

/** Short texts that lie outside the database, sealed with its key: the drafts of notes. */
export interface TextCover {
  cover(text: string): string;
  /** null: not sealed with this key. */
  uncover(text: string): string | null;
}

const MARK = 'sealed:';
const PLACE = 'text';

/** A text that is not sealed is what it is: it was written before the lock. */
export function textCover(sealer: Sealer | null): TextCover {
  if (!sealer) return { cover: (text) => text, uncover: (text) => (text.startsWith(MARK) ? null : text) };
  return {
    cover: (text) => MARK + toBase64(sealer.seal(PLACE, text)),
    uncover: (text) => (text.startsWith(MARK) ? opened(sealer, text.slice(MARK.length)) : text),
  };
}

function opened(sealer: Sealer, sealed: string): string | null {
  try {
    return String(sealer.open(PLACE, fromBase64(sealed)));
  } catch {
    return null;
  }
}

export const coverOf = (dataKey: Uint8Array): TextCover => textCover(new Sealer(dataKey));
