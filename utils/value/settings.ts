import * as z from 'zod/mini';
import { TIER_THRESHOLDS } from './tiers';
import { INDEX_PARTS, INDEX_WEIGHTS } from './value-index';
import { ASSUMPTIONS } from './what-if';

const share = z.number().check(z.minimum(0), z.maximum(1));
const factor = z.number().check(z.minimum(0), z.maximum(1e9));

/** What the user sets about value. The store keeps a copy beside the ledgers, so that a change can be scored where it is written. */
export const ValueSettings = z.object({
  /** ISO 4217: what everything is summed in. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 code' })),
  /** Margin over sales that name no cost of goods: 1 counts revenue. */
  marginRate: share,
  /** 0.1: money a year from now is worth 1/1.1 of money today. */
  discountPerYear: z.number().check(z.minimum(0), z.maximum(10)),
  /** How far ahead is looked: "expected next 12 months". */
  horizonMonths: z.int().check(z.minimum(1), z.maximum(120)),
  indexWeights: z.record(z.enum(INDEX_PARTS), z.number().check(z.minimum(0), z.maximum(1_000))),
  /** Shares of all positive profit: who brings the first is best-core, up to the second core. */
  tierShares: z.object({ bestCore: share, core: share }),
  /** Expected cost to serve a customer for a year, major units of `currency`; null: as the ledger tells. */
  serviceCostPerYear: z.nullable(factor),
  /** The assumptions of the what-if questions. */
  assumptions: z.object({
    winCostsTimesKeep: factor,
    dealsFromSatisfied: factor,
    dealsClosing: share,
    peopleInfluenced: factor,
  }),
});
export type ValueSettings = z.infer<typeof ValueSettings>;

export const VALUE_DEFAULTS: ValueSettings = {
  currency: 'USD',
  marginRate: 1,
  discountPerYear: 0.1,
  horizonMonths: 12,
  indexWeights: { ...INDEX_WEIGHTS },
  tierShares: { ...TIER_THRESHOLDS },
  serviceCostPerYear: null,
  assumptions: { ...ASSUMPTIONS },
};
