import { type Fit, fitBetaGeo, fitPareto, fitRegular, MODELS, type ModelName } from './models';
import { group, type Rfm } from './rfm';
import { fitSimple } from './simple';

/** All models on the same rows, by name; `cnbdk` only where more than one stage is likelier. */
export function fitAll(rows: readonly Rfm[], only: readonly ModelName[] = MODELS): Map<ModelName, Fit> {
  const fits = new Map<ModelName, Fit>();
  const groups = group(rows);
  const want = (name: ModelName) => only.includes(name);
  if (want('mbg') || want('cnbdk')) {
    const mbg = fitBetaGeo(groups, { k: 1, zero: true });
    if (want('mbg')) fits.set('mbg', mbg);
    const regular = want('cnbdk') ? fitRegular(groups, mbg) : mbg;
    if (regular.model === 'cnbdk') fits.set('cnbdk', regular);
  }
  if (want('pareto')) fits.set('pareto', fitPareto(groups));
  if (want('bg')) fits.set('bg', fitBetaGeo(groups, { k: 1, zero: false }));
  if (want('simple')) fits.set('simple', fitSimpleModel(rows));
  return fits;
}

/** The simple rule as a {@link Fit}. */
export const fitSimpleModel = (rows: readonly Rfm[]): Fit => ({
  model: 'simple',
  params: { ...fitSimple(rows) },
  logLikelihood: null,
  boundary: [],
  converged: true,
});

/** Mean gaps between purchases after which a customer who was there when the ledger begins has mostly been seen. */
const SEEN_AFTER = 3;
const FEWEST_CUSTOMERS = 100;
const FEWEST_REPEATS = 50;

/**
 * The same model fitted twice: to customers first seen soon after the ledger begins, most of whom were customers before and are the loyal
 * rest of their year, and to those who came later. Where a ledger begins in mid-life (left-censored) one fit for both expects too much of the ones and
 * too little of the others. undefined where either part is too small.
 */
export function fitSplit(rows: readonly Rfm[], model: ModelName): Fit | undefined {
  const weeks = rows.reduce((sum, row) => sum + row.tx, 0);
  const gaps = rows.reduce((sum, row) => sum + row.x, 0);
  const history = rows.reduce((most, row) => Math.max(most, row.T), 0);
  const fromT = history - (SEEN_AFTER * weeks) / Math.max(1, gaps);
  const older = fitPart(
    rows.filter((row) => row.T >= fromT),
    model,
  );
  const newer = fitPart(
    rows.filter((row) => row.T < fromT),
    model,
  );
  if (!older || !newer) return undefined;
  return {
    ...newer,
    // regular buyers in one part are regular buyers in the name of both
    model,
    logLikelihood: (older.logLikelihood ?? NaN) + (newer.logLikelihood ?? NaN),
    boundary: [...new Set([...newer.boundary, ...older.boundary])],
    converged: newer.converged && older.converged,
    older: { fromT, fit: older },
  };
}

function fitPart(rows: readonly Rfm[], model: ModelName): Fit | undefined {
  const repeats = rows.reduce((sum, row) => sum + row.x, 0);
  if (rows.length < FEWEST_CUSTOMERS || repeats < FEWEST_REPEATS) return undefined;
  return fitAll(rows, [model]).get(model) ?? fitAll(rows, ['mbg']).get('mbg');
}
