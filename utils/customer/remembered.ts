/** The same answer for the same texts, from memory: of so many at `most`, then all are forgotten. */
export function remembered<A extends string[], T>(
  most: number,
  make: (...texts: A) => T,
): (...texts: A) => T {
  const known = new Map<string, T>();
  return (...texts) => {
    const key = texts.join('\0');
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(...texts);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
