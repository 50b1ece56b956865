/** A pair that the evidence speaks for: indexes of its records and the bits. */
export interface Likely {
  a: number;
  b: number;
  evidence: number;
  /** The names are all that speaks for it. */
  namesOnly: boolean;
}

/** Bits by which another partner must fit better. */
const CLEARLY = 1;

/**
 * Drops pairs by name alone whose record fits another one clearly better that is not the same as the partner: a short
 * name means one of the companies that it may shorten, and not two that are strangers to each other.
 */
export function withoutRivals<P extends Likely>(pairs: readonly P[]): P[] {
  const best = new Map<number, P>();
  const known = new Set<string>();
  for (const pair of pairs) {
    known.add(keyOf(pair.a, pair.b));
    for (const record of [pair.a, pair.b]) {
      if (pair.evidence > (best.get(record)?.evidence ?? Number.NEGATIVE_INFINITY)) best.set(record, pair);
    }
  }
  const beaten = (pair: Likely, record: number, partner: number) => {
    const rival = best.get(record);
    if (!rival || rival === pair || rival.evidence < pair.evidence + CLEARLY) return false;
    return !known.has(keyOf(rival.a === record ? rival.b : rival.a, partner));
  };
  return pairs.filter(
    (pair) => !(pair.namesOnly && (beaten(pair, pair.a, pair.b) || beaten(pair, pair.b, pair.a))),
  );
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
