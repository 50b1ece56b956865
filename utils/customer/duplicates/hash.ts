/** FNV-1a, 32 bits, continued over pieces of text. Two keys with one hash only make a comparison too many. */
export const HASH_START = 0x811c9dc5;

/** Goes on with a hash (see {@link HASH_START}) over `text`; signed, for going on. */
export function hashOn(hash: number, text: string): number {
  let next = hash;
  for (let index = 0; index < text.length; index += 1) {
    next = Math.imul(next ^ text.charCodeAt(index), 0x01000193);
  }
  return next;
}

/** Ends a hash: 0..2³²−1. The last steps spread short texts over all bits (Murmur's finaliser). */
export function hashEnd(hash: number): number {
  let next = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  next = Math.imul(next ^ (next >>> 13), 0xc2b2ae35);
  return (next ^ (next >>> 16)) >>> 0;
}

/** The hash of one or two texts. */
export const hashOf = (text: string, more = ''): number => hashEnd(hashOn(hashOn(HASH_START, text), more));
