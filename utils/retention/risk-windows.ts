import { auc } from '../value/auc';
import type { Holdout } from '../value/holdout';
import { DAYS_PER_WEEK } from '../value/rfm';
import { fitLogistic, type Logistic, logOdds } from './logistic';
import { cameBack, type Fits, type Signal, type Signals, signalsOfAll } from './signals';

/** Signals that are weighed together, and how strongly their weights are held to zero: a small ledger cannot bear many free ones. */
export interface Member {
  signals: readonly Signal[];
  ridge: number;
}

/** The customers of one cut: what was to be seen, and who came back. */
export interface Window {
  cutDay: number;
  days: number;
  ids: string[];
  rows: Signals[];
  events: boolean[];
}

/** Rows of one cut that are learnt from; a hundred thousand teach no more. */
const AT_MOST = 6_000;
const FOLDS = 5;

/** The cuts of a held-out history that have something to tell, the latest first: one at which nobody or everybody came back has not. */
export function windowsOf(held: Holdout, fits: Fits): Window[] {
  const windows = [held, ...(held.earlier ?? [])].map((one) => windowOf(one, fits));
  return windows.filter(({ events }) => events.includes(true) && events.includes(false));
}

function windowOf({ rows, days, cutDay }: Holdout, fits: Fits): Window {
  const every = Math.ceil(rows.length / AT_MOST);
  const some = every <= 1 ? rows : rows.filter((_, i) => i % every === 0);
  const ids = some.map(({ id }) => id);
  return { cutDay, days, ids, rows: signalsOfAll(some, fits, days / DAYS_PER_WEEK), events: cameBack(some) };
}

/** How well one signal alone ranks who came back: the mean over the cuts, so that one season does not decide. */
export const alone = (windows: readonly Window[], signal: Signal): number =>
  windows.reduce((sum, { rows, events }) => sum + auc(signalOf(rows, signal), events), 0) / windows.length;

export const signalOf = (rows: readonly Signals[], signal: Signal): number[] =>
  rows.map((row) => row[signal]);

/** The log-odds of coming back, learnt from all cuts. */
export function fitted(
  windows: readonly Window[],
  { signals, ridge }: Member,
  keep: (id: string) => boolean = () => true,
): Logistic {
  const features: number[][] = [];
  const events: boolean[] = [];
  for (const window of windows)
    window.rows.forEach((row, i) => {
      if (!keep(window.ids[i] ?? '')) return;
      features.push(pick(row, signals));
      events.push(window.events[i] ?? false);
    });
  const fit = fitLogistic(features, events, ridge);
  // one signal alone must keep its direction, whatever a small sample says
  if (signals.length === 1 && !((fit.weights[0] ?? 0) > 0)) return { weights: [1, fit.weights[1] ?? 0] };
  return fit;
}

/**
 * How the members together foretell the latest cut, as they will have to foretell the days to come: each customer there by what earlier cuts
 * taught of other customers. A mere cross-validation within the same cuts flatters weights that do not last, and a ledger is always older than its cuts.
 */
export function foretold(windows: readonly Window[], members: readonly Member[]): number[] {
  const [last, ...earlier] = windows;
  if (!last) return [];
  const over = earlier.filter(({ cutDay, days }) => cutDay + days <= last.cutDay);
  const taught = over.length > 0 ? over : earlier.length > 0 ? earlier : [last];
  const folds = Array.from({ length: FOLDS }, (_, k) =>
    members.map((member) => fitted(taught, member, (id) => foldOf(id) !== k)),
  );
  return last.rows.map((row, i) => {
    const fits = folds[foldOf(last.ids[i] ?? '')] ?? [];
    return members.reduce((sum, { signals }, m) => {
      const fit = fits[m];
      return fit ? sum + logOdds(fit, pick(row, signals)) : sum;
    }, 0);
  });
}

export const pick = (signals: Signals, names: readonly Signal[]): number[] =>
  names.map((name) => signals[name]);

/** A customer is in the same fold at every cut: nobody is foretold from themselves. */
function foldOf(id: string): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return (hash >>> 8) % FOLDS;
}
