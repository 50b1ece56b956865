import { type BetaGeoKind, type BetaGeoParams, betaGeoObjective } from './betageo';
import { betaGeoActive, betaGeoAlive, betaGeoExpected } from './betageo-score';
import { type Box, minimise, type Objective, type Optimum } from './optimise';
import { type ParetoParams, paretoActive, paretoAlive, paretoExpected, paretoObjective } from './paretonbd';
import { type Groups, gapsLogLikelihood, type Rfm, thin } from './rfm';
import { type SimpleParams, simpleActive, simpleAlive, simpleExpected } from './simple';

/** `cnbdk` is MBG/CNBD-k: for regular buyers. */
export const MODELS = ['mbg', 'cnbdk', 'pareto', 'bg', 'simple'] as const;
export type ModelName = (typeof MODELS)[number];

/** A fitted purchase model: plain data, which can be stored and scored with at any time. Times in weeks. */
export interface Fit {
  model: ModelName;
  /** By name: r, alpha, a, b (and k) · r, alpha, s, beta · rate, priorWeeks, leaveOdds. */
  params: Record<string, number>;
  /** null for the simple rule, which has none. */
  logLikelihood: number | null;
  /** Parameters that stopped at a bound: the data do not tell them from infinity or zero. Empty in a sound fit. */
  boundary: string[];
  converged: boolean;
  /** In a ledger that begins in mid-life: another fit for the customers seen for at least `fromT` weeks (see split.ts). */
  older?: { fromT: number; fit: Fit };
}

export interface Score {
  /** The probability that the customer has not left. */
  pAlive: number;
  /** The probability of a purchase within the horizon. */
  pActive: number;
  /** Expected purchases within the horizon. */
  expected: number;
}

type Seen = Pick<Rfm, 'x' | 'tx' | 'T'>;
const BETA_GEO = ['r', 'alpha', 'a', 'b'] as const;
const PARETO = ['r', 'alpha', 's', 'beta'] as const;
const BOX: Box = { lower: [1e-3, 1e-3, 1e-3, 1e-3], upper: [1e3, 1e5, 1e3, 1e3] };
const PARETO_BOX: Box = { lower: [1e-3, 1e-3, 1e-3, 1e-3], upper: [1e3, 1e5, 1e2, 1e5] };
export const K_MAX = 12;

/** Weeks between purchases of the population, as a scale to start from. */
function scale(groups: Groups): number {
  let weeks = 0;
  for (let i = 0; i < groups.size; i++) weeks += (groups.n[i] ?? 0) * (groups.T[i] ?? 0);
  return Math.max(0.1, weeks / (groups.repeats + 1));
}

const named = (names: readonly string[], end: Optimum) => ({
  params: Object.fromEntries(names.map((name, i) => [name, end.params[i] ?? NaN])),
  boundary: end.bound.map((i) => names[i] ?? ''),
  converged: end.converged,
});

/** So many groups tell where the optimum is; all of them then say where exactly. */
const COARSE = 1_500;

/** The best of several starts on a part of the groups, and from there on all of them. */
function search(
  groups: Groups,
  objective: (part: Groups) => Objective,
  starts: ReadonlyArray<readonly number[]>,
  box: Box,
): Optimum {
  const part = thin(groups, COARSE);
  const coarse = minimise(objective(part), starts, box);
  return part === groups ? coarse : minimise(objective(groups), [coarse.params], box, coarse.inverse);
}

/** Fits BG/NBD, MBG/NBD or MBG/CNBD-k. Never throws. `start` is a fit of a neighbour, to begin from. */
export function fitBetaGeo(groups: Groups, kind: BetaGeoKind, start?: Fit): Fit {
  const gap = scale(groups);
  const starts = start
    ? [BETA_GEO.map((name) => start.params[name] ?? 1)]
    : [
        [0.6, (0.4 * gap) / kind.k, 0.8, 2],
        [2, gap / kind.k, 0.3, 3],
      ];
  const end = search(groups, (part) => betaGeoObjective(part, kind), starts, BOX);
  const fit = named(BETA_GEO, end);
  return {
    ...fit,
    params: kind.k > 1 ? { ...fit.params, k: kind.k } : fit.params,
    model: kind.k > 1 ? 'cnbdk' : kind.zero ? 'mbg' : 'bg',
    logLikelihood: -end.value * groups.customers + gapsLogLikelihood(groups, kind.k),
  };
}

/**
 * MBG/CNBD-k with the number of stages that the gaps between purchases make most likely, from 1 (which is MBG/NBD) up to {@link K_MAX}:
 * the likelihood has one peak in k, so the search climbs until it falls.
 */
export function fitRegular(groups: Groups, mbg: Fit): Fit {
  let best = mbg;
  for (let k = 2; k <= K_MAX; k++) {
    const before = best.params.k ?? 1;
    const start = { ...best, params: { ...best.params, alpha: ((best.params.alpha ?? 1) * before) / k } };
    const next = fitBetaGeo(groups, { k, zero: true }, start);
    if (!((next.logLikelihood ?? -Infinity) > (best.logLikelihood ?? -Infinity))) break;
    best = next;
  }
  return best;
}

/** Fits Pareto/NBD. Never throws. */
export function fitPareto(groups: Groups): Fit {
  const gap = scale(groups);
  const starts = [
    [0.6, 0.5 * gap, 0.6, gap],
    [2, gap, 2, 8 * gap],
  ];
  const end = search(groups, paretoObjective, starts, PARETO_BOX);
  return { ...named(PARETO, end), model: 'pareto', logLikelihood: -end.value * groups.customers };
}

/** Scores customers for purchases within `weeks` after the end of observation. */
export function scorer(fit: Fit, weeks: number): (seen: Seen) => Score {
  const { older, ...newer } = fit;
  if (older) {
    const [young, old] = [scorer(newer, weeks), scorer(older.fit, weeks)];
    return (seen) => (seen.T >= older.fromT ? old : young)(seen);
  }
  const p = fit.params;
  switch (fit.model) {
    case 'simple': {
      const q = p as unknown as SimpleParams;
      return (seen) => ({
        pAlive: simpleAlive(seen, q),
        pActive: simpleActive(seen, q, weeks),
        expected: simpleExpected(seen, q, weeks),
      });
    }
    case 'pareto': {
      const q = PARETO.map((name) => p[name] ?? NaN) as unknown as ParetoParams;
      return (seen) => ({
        pAlive: paretoAlive(seen, q),
        pActive: paretoActive(seen, q, weeks),
        expected: paretoExpected(seen, q, weeks),
      });
    }
    default: {
      const q = BETA_GEO.map((name) => p[name] ?? NaN) as unknown as BetaGeoParams;
      const kind = { k: p.k ?? 1, zero: fit.model !== 'bg' };
      return (seen) => {
        const pAlive = betaGeoAlive(seen, q, kind);
        return {
          pAlive,
          pActive: betaGeoActive(seen, q, kind, weeks, pAlive),
          expected: betaGeoExpected(seen, q, kind, weeks, pAlive),
        };
      };
    }
  }
}

/** The probabilities and the expected purchases of one customer. */
export const score = (fit: Fit, seen: Seen, weeks: number): Score => scorer(fit, weeks)(seen);
