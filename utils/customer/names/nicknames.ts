import { NICKNAMES } from './tables/nicknames';

let names: Map<string, number[]> | null = null;

/** The numbers of the names that a given name may stand for. The list is made when first asked. */
function linesOf(given: string): readonly number[] {
  if (names === null) {
    names = new Map();
    for (const [number, line] of NICKNAMES.trim().split('\n').entries())
      for (const name of line.split(' ')) names.set(name, [...(names.get(name) ?? []), number]);
  }
  return names.get(given) ?? [];
}

/** Whether two given names are one and what it is shortened to: Robert and Bob, Kate and Katherine. */
export function calledAlike(a: string, b: string): boolean {
  if (a === b) return false;
  const lines = linesOf(a);
  return lines.length > 0 && linesOf(b).some((line) => lines.includes(line));
}
