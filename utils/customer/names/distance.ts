let previous = new Uint16Array(64);
let current = new Uint16Array(64);
let before = new Uint16Array(64);

/**
 * How many single slips of the keyboard turn one text into the other: a character more, less, other, or two
 * neighbours swapped (Damerau 1964, restricted). Stops at `limit` + 1, which it then returns.
 */
export function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const width = b.length + 1;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (limit === 1) return oneSlip(a, b) ? 1 : 2;
  if (width > previous.length) {
    previous = new Uint16Array(width * 2);
    current = new Uint16Array(width * 2);
    before = new Uint16Array(width * 2);
  }
  for (let column = 0; column < width; column += 1) previous[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    if (fillRow(a, b, row) > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}

/** Whether exactly one slip lies between two different texts: all but it stands before the first or behind the last. */
function oneSlip(a: string, b: string): boolean {
  let start = 0;
  const shortest = Math.min(a.length, b.length);
  while (start < shortest && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let x = a.length - 1;
  let y = b.length - 1;
  while (x >= start && y >= start && a.charCodeAt(x) === b.charCodeAt(y)) {
    x -= 1;
    y -= 1;
  }
  if (x - start < 0 || y - start < 0) return x + y - 2 * start === -1;
  if (x === start && y === start) return true;
  const swapped = x === start + 1 && y === start + 1;
  return swapped && a.charCodeAt(start) === b.charCodeAt(y) && a.charCodeAt(x) === b.charCodeAt(start);
}

/** Fills one row of the table; returns its smallest value. */
function fillRow(a: string, b: string, row: number): number {
  let least = row;
  current[0] = row;
  for (let column = 1; column <= b.length; column += 1) {
    const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
    let value = Math.min(
      (previous[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (previous[column - 1] ?? 0) + (same ? 0 : 1),
    );
    const swapped =
      row > 1 &&
      column > 1 &&
      a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
      a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
    if (swapped) value = Math.min(value, (before[column - 2] ?? 0) + 1);
    current[column] = value;
    if (value < least) least = value;
  }
  return least;
}

/** Slips that a text of this length is forgiven: none below four characters, then one in four. */
export const slips = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 11 ? 2 : 3);

/** Whether two words are one word mistyped. */
export function alike(a: string, b: string): boolean {
  const allowed = slips(Math.max(a.length, b.length));
  if (allowed > 1 && strangeLetters(a, b) > allowed) return false;
  return distance(a, b, allowed) <= allowed;
}

const balance = new Int8Array(32);

/** Slips that there must be at least, by the letters that the longer has and the other has not. */
function strangeLetters(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  balance.fill(0);
  for (let index = 0; index < short.length; index += 1) {
    const at = short.charCodeAt(index) & 31;
    balance[at] = (balance[at] ?? 0) + 1;
  }
  let strange = 0;
  for (let index = 0; index < long.length; index += 1) {
    const at = long.charCodeAt(index) & 31;
    const left = (balance[at] ?? 0) - 1;
    balance[at] = left;
    if (left < 0) strange += 1;
  }
  return strange;
}
