/** A customer's own rhythm of buying, and what a silence means by it. Days. */
export interface Rhythm {
  /** The median of the own gaps between purchase days. */
  usualDays: number;
  silentDays: number;
  /** Of customers with such a rhythm who stayed, the share that had been back by now, 0–1. */
  backByNow: number;
}

/** How gaps spread around each customer's own median, over a whole ledger: `ratios[i]` is the i-th of {@link STEPS} quantiles. */
export interface RhythmCurve {
  ratios: number[];
  gaps: number;
}

const STEPS = 100;
const FEWEST_GAPS = 2;
const ENOUGH_GAPS = 100;
/** No silence makes it certain. */
const MOST = 0.995;

export const gapsOf = (days: readonly number[]): number[] =>
  days.slice(1).map((day, i) => day - (days[i] ?? day));

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort(); // without a comparing function: of a hundred thousand customers it is felt
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

let lastDays: readonly number[] = [];
let lastGap = 0;

/** The median gap between these purchase days. Several signs of one customer ask for it one after the other: it is worked out once. */
export function usualGapOf(days: readonly number[]): number {
  if (days === lastDays) return lastGap;
  lastGap = median(gapsOf(days));
  lastDays = days;
  return lastGap;
}

/** The median of sorted values without the one at `but`. */
function medianWithout(sorted: readonly number[], but: number): number {
  const count = sorted.length - 1;
  const at = (place: number) => sorted[place < but ? place : place + 1] ?? 0;
  const half = count >> 1;
  return count % 2 === 1 ? at(half) : (at(half) + at(half - 1)) / 2;
}

/** The curve of a ledger; null where there are too few gaps. Customers with at least three gaps count, each gap against the median of the others. */
export function rhythmCurve(customers: Iterable<readonly number[]>, atMost = 50_000): RhythmCurve | null {
  const ratios: number[] = [];
  for (const days of customers) {
    const gaps = gapsOf(days).slice(-20);
    if (gaps.length <= FEWEST_GAPS) continue;
    const inOrder = gaps.toSorted((a, b) => a - b);
    for (const [i, gap] of inOrder.entries()) ratios.push(gap / Math.max(1, medianWithout(inOrder, i)));
    if (ratios.length >= atMost) break;
  }
  if (ratios.length < ENOUGH_GAPS) return null;
  const sorted = ratios.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { ratios: Array.from({ length: STEPS }, (_, i) => at(i / STEPS)), gaps: sorted.length };
}

/** The share of gaps that are no longer than `ratio` usual ones. Without a curve: gaps of two gamma stages, as between random and regular. */
export function backBy(ratio: number, curve: RhythmCurve | null): number {
  if (!curve) return Math.min(MOST, 1 - (1 + 2 * ratio * 0.84) * Math.exp(-2 * ratio * 0.84));
  const { ratios } = curve;
  let low = 0;
  for (let high = ratios.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((ratios[middle] ?? 0) <= ratio) low = middle + 1;
    else high = middle;
  }
  return Math.min(MOST, low / ratios.length);
}

/** null with fewer than three purchases: there is no rhythm yet. */
export function rhythmOf(days: readonly number[], today: number, curve: RhythmCurve | null): Rhythm | null {
  const last = days.at(-1);
  if (last === undefined || days.length <= FEWEST_GAPS) return null;
  const usualDays = Math.max(1, usualGapOf(days));
  const silentDays = Math.max(0, today - last);
  return { usualDays, silentDays, backByNow: backBy(silentDays / usualDays, curve) };
}

/** Of ten customers one leaves in a usual gap: what is believed before the silence speaks. */
const PRIOR = 0.1;

/** The probability that the silent have left: Bayes with {@link PRIOR}, less the prior itself, so that no silence is no risk. */
export function leftByRhythm({ backByNow }: Rhythm): number {
  const left = PRIOR / (PRIOR + (1 - PRIOR) * (1 - backByNow));
  return Math.max(0, (left - PRIOR) / (1 - PRIOR));
}
