import type { Watched } from '../value/holdout';
import { type Fit, type ModelName, score } from '../value/models';
import { DAYS_PER_WEEK, historyKey, type Rfm } from '../value/rfm';

/** What the purchase history says about coming back, one number a signal: higher speaks for a purchase. */
export const SIGNALS = [
  'recency',
  'mbg',
  'pareto',
  'cnbdk',
  'rhythm',
  'frequency',
  'age',
  'share',
  'repeated',
  'silence',
  'habit',
] as const;
export type Signal = (typeof SIGNALS)[number];
export type Signals = Record<Signal, number>;

export type Fits = ReadonlyMap<ModelName, Fit>;
type Seen = Pick<Rfm, 'x' | 'tx' | 'T'>;

const DAY = 1 / DAYS_PER_WEEK;

/** Mean weeks between purchases over a whole ledger: what an own rhythm of few gaps is drawn towards. */
export function usualGap(rows: readonly Seen[]): number {
  let weeks = 0;
  let gaps = 0;
  for (const row of rows) {
    weeks += row.tx;
    gaps += row.x;
  }
  return (weeks + 1) / (gaps + 1);
}

/** The own rhythm, in weeks: own gaps and one of the ledger's. */
export const ownGap = (seen: Seen, gap: number): number => (seen.tx + gap) / (seen.x + 1);

/** Weeks since the last purchase, of whole days: equal silences must be equal numbers, or noise in the last digit ranks them. */
export const silenceOf = ({ tx, T }: Pick<Rfm, 'tx' | 'T'>): number =>
  Math.round((T - tx) * DAYS_PER_WEEK) / DAYS_PER_WEEK;

/** All signals of one customer for a purchase within `weeks`. A model without a fit is spoken for by MBG/NBD. */
export function signalsOf(seen: Seen, fits: Fits, gap: number, weeks: number): Signals {
  const silent = silenceOf(seen);
  const active = (name: ModelName) => {
    const fit = fits.get(name);
    return fit ? softLogit(score(fit, seen, weeks).pActive) : undefined;
  };
  const mbg = active('mbg') ?? 0;
  const recency = -Math.log(DAY + silent);
  const frequency = Math.log1p(seen.x);
  return {
    recency,
    mbg,
    pareto: active('pareto') ?? mbg,
    cnbdk: active('cnbdk') ?? mbg,
    rhythm: -Math.log((silent + DAY) / ownGap(seen, gap)),
    frequency,
    age: Math.log1p(seen.T),
    share: -silent / (seen.T + DAY),
    repeated: seen.x > 0 ? 1 : 0,
    // how fast the chance falls with silence is not the same early and late, nor for few and many purchases
    silence: -(Math.log1p(silent * DAYS_PER_WEEK) ** 2),
    habit: recency * frequency,
  };
}

/** The signals of many customers at once; those with the same history are worked out once. */
export function signalsOfAll(rows: readonly Seen[], fits: Fits, weeks: number): Signals[] {
  const gap = usualGap(rows);
  const known = new Map<number, Signals>();
  return rows.map((row) => {
    const key = historyKey(row);
    const signals = known.get(key) ?? signalsOf(row, fits, gap, weeks);
    known.set(key, signals);
    return signals;
  });
}

/** Whether each watched customer came back. */
export const cameBack = (rows: readonly Watched[]): boolean[] => rows.map((row) => row.bought > 0);

const STRAIGHT_TO = 8;

/** ln(p/(1−p)), which grows ever slower beyond ±8: keeps the order of near-certainties without letting them shout. */
export function softLogit(p: number): number {
  const t = Math.log(Math.max(p, 1e-300)) - Math.log1p(-Math.min(p, 1 - 1e-15));
  const beyond = Math.abs(t) - STRAIGHT_TO;
  return beyond > 0 ? Math.sign(t) * (STRAIGHT_TO + Math.log1p(beyond)) : t;
}
