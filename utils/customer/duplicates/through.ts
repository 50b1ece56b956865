import type { Likely } from './rivals';

/** A link has to be this sure to carry another. */
const SURE = 0.9;

/** A pair judged by itself. */
interface Judged extends Likely {
  score: number;
}

/**
 * Pairs that fall short by themselves, but whose records are both surely one customer with a third: entered three
 * times, the first and the last may have grown apart. A name alone carries nothing. The score is that of both links.
 */
export function throughOthers<P extends Judged>(sure: readonly Judged[], short: readonly P[]): P[] {
  const links = new Map<number, Map<number, number>>();
  const link = (from: number, to: number, score: number) => {
    const known = links.get(from);
    if (known) known.set(to, score);
    else links.set(from, new Map([[to, score]]));
  };
  for (const { a, b, score, namesOnly } of sure) {
    if (namesOnly || score < SURE) continue;
    link(a, b, score);
    link(b, a, score);
  }
  return short.flatMap((pair) => {
    let best = 0;
    const others = links.get(pair.b);
    for (const [third, score] of links.get(pair.a) ?? [])
      best = Math.max(best, score * (others?.get(third) ?? 0));
    return best > 0 ? [{ ...pair, score: best }] : [];
  });
}
