import { BLANK, type FoldedText, isSeamless } from './fold-text';
import { gramAt, hashOf, idAt, MAX_LENGTH, type NameIndex } from './index-build';

/** A name that stands in the text: whose, and where in the folded units. */
export interface NameHit {
  id: string;
  contact: boolean;
  from: number;
  to: number;
}

/** Distinct owners that one text may have; a page that names more is a directory. */
const MAX_OWNERS = 64;

/** Names begin and, where they were not cut, end with the blank of a word or a unit that needs none: where a gram stands elsewhere, as most do, nothing is hashed. */
const isWhole = (codes: Uint16Array, from: number, to: number): boolean =>
  ends(codes, from) && (to - from >= MAX_LENGTH || ends(codes, to - 1));
const ends = (codes: Uint16Array, at: number): boolean => codes[at] === BLANK || isSeamless(codes[at] ?? 0);

/** The names of the index that stand in a text, in their order, each owner once for each of their names. */
export function scan(index: NameIndex, text: FoldedText): NameHit[] {
  const { codes, length } = text;
  const { starts, tags, offsets, lengths, hashes } = index;
  const shift = 32 - Math.log2(starts.length - 1);
  const hits: NameHit[] = [];
  const owners = new Set<number>();
  for (let at = 0; at < length; at++) {
    const gram = gramAt(codes, at, length);
    if (gram < 0) continue;
    const bucket = gram >>> shift;
    const end = starts[bucket + 1] ?? 0;
    let from = -1;
    let to = -1;
    let whole = false;
    let hash = 0;
    for (let of = starts[bucket] ?? 0; of < end; of++) {
      if (tags[of] !== (gram & 0xffff)) continue;
      const begin = at - (offsets[of] ?? 0);
      const until = begin + (lengths[of] ?? 0);
      if (begin !== from || until !== to) {
        // neighbours have mostly the same place and length: looked at and hashed once
        from = begin;
        to = until;
        whole = from >= 0 && to <= length && isWhole(codes, from, to);
        if (whole) hash = hashOf(codes, from, to);
      }
      if (!whole || hash !== hashes[of] || owners.has(of)) continue;
      const owner = index.owners[of] ?? 0;
      owners.add(of);
      hits.push({ id: idAt(index, owner >> 1), contact: (owner & 1) === 1, from, to });
      if (owners.size >= MAX_OWNERS) return hits;
    }
  }
  return hits;
}
