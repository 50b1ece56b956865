import type { Rfm } from './rfm';

/**
 * The simple rule for ledgers that are too short or too small to fit: own frequency, drawn towards the population's, and the odds
 * that a customer has left, which grow with a silence that is long for that frequency. It is the sources' formula with its two
 * guesses written down instead of hidden.
 */
export interface SimpleParams {
  /** Repeat purchases per week, over all customers. */
  rate: number;
  /** How many weeks of an average customer's history stand against the own history. */
  priorWeeks: number;
  /** Odds of leaving after one purchase, before any silence; a stated default, not an estimate. */
  leaveOdds: number;
}

const LEAVE_ODDS = 0.5;
/** Without any repeat purchase in the ledger: one a year. */
const RATE_UNKNOWN = 1 / 52;

type Seen = Pick<Rfm, 'x' | 'tx' | 'T'>;

/** The population's rate, and how much it weighs: by how far customers differ beyond chance (method of moments). */
export function fitSimple(rows: readonly Seen[]): SimpleParams {
  const weeks = rows.reduce((sum, row) => sum + row.T, 0);
  const repeats = rows.reduce((sum, row) => sum + row.x, 0);
  // one purchase in one average year of history is added, so that nobody's rate is exactly zero
  const rate = (repeats + 1) / (weeks + 1 / RATE_UNKNOWN);
  let excess = 0;
  let squares = 0;
  for (const { x, T } of rows) {
    excess += (x - rate * T) ** 2 - rate * T;
    squares += (rate * T) ** 2;
  }
  // Var(x) = rate·T + (rate·T)²/shape under gamma-distributed rates
  const shape = excess > 0 && squares > 0 ? Math.min(20, Math.max(0.2, squares / excess)) : 2;
  return { rate, priorWeeks: shape / rate, leaveOdds: LEAVE_ODDS };
}

/** Shrunk own rate per week. */
export const simpleRate = (seen: Seen, p: SimpleParams): number =>
  (p.rate * p.priorWeeks + seen.x) / (p.priorWeeks + seen.T);

/** The probability that the customer has not left. */
export function simpleAlive({ x, tx, T }: Seen, p: SimpleParams): number {
  const shape = p.rate * p.priorWeeks + x;
  const silence = shape * Math.log1p((T - tx) / (p.priorWeeks + tx));
  return 1 / (1 + (p.leaveOdds / (1 + x)) * Math.exp(silence));
}

/** The probability of at least one purchase within `weeks`. */
export function simpleActive(seen: Seen, p: SimpleParams, weeks: number): number {
  const shape = p.rate * p.priorWeeks + seen.x;
  return simpleAlive(seen, p) * -Math.expm1(-shape * Math.log1p(weeks / (p.priorWeeks + seen.T)));
}

/** Expected purchases within `weeks`. */
export const simpleExpected = (seen: Seen, p: SimpleParams, weeks: number): number =>
  simpleAlive(seen, p) * simpleRate(seen, p) * Math.max(0, weeks);
