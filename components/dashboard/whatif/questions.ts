import type { Portfolio } from '../../../utils/value/portfolio-types';
import type { ValueSettings } from '../../../utils/value/settings';
import { toMinor } from '../../ledger/words';

/** What the questions are asked of: the real figures, which a slider may replace for the while. */
export interface Basis {
  currency: string;
  customers: number;
  /** Share kept a year, 0–1. */
  retention: number;
  /** Minor units a year of a customer who buys. */
  profitPerYear: number;
  /** Minor units within the horizon. */
  expectedPerCustomer: number;
  /** Minor units that keeping one costs a year, and what winning one costs. */
  costToKeep: number;
  complaints: number;
}

/** Where no year can be compared with the one before: a retention to start from, said to be assumed. */
export const RETENTION_ASSUMED = 0.8;

/** The real base, with what is not known filled in; `assumed` names those. */
export function basisOf(
  { base, currency, customers }: Portfolio,
  { assumptions, serviceCostPerYear }: ValueSettings,
  complaints: number,
): { basis: Basis; assumed: Array<keyof Basis> } {
  const assumed: Array<keyof Basis> = [];
  if (base.retention === null || base.retention >= 1) assumed.push('retention');
  const served =
    serviceCostPerYear === null ? base.serviceCostPerYear : toMinor(serviceCostPerYear, currency);
  const won = base.acquisitionCost ?? 0;
  if (served <= 0) assumed.push('costToKeep');
  const times = assumptions.winCostsTimesKeep;
  const costToKeep =
    served > 0 ? served : won > 0 && times > 0 ? won / times : Math.max(1, base.profitPerYear / 10);
  return {
    basis: {
      currency,
      customers,
      retention:
        base.retention === null || base.retention >= 1 ? RETENTION_ASSUMED : Math.max(0, base.retention),
      profitPerYear: base.profitPerYear,
      expectedPerCustomer: base.expectedPerCustomer,
      costToKeep: Math.round(costToKeep),
      complaints,
    },
    assumed,
  };
}
