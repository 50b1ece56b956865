import type { Customer, Tier } from '../customer/model';
import type { Insight, Outlook } from '../value/insight-types';
import type { Summary } from '../value/summary-types';

/**
 * What a risk is made of, of rows that are a hundred times as wide: few numbers a customer, in the order of the tuples, so that a hundred
 * thousand customers are read at once. All of it comes through JSON unchanged.
 */

/** Last contact, entered, own cadence, tier as pinned and as entered, days that payments are late, default rate. */
export type OwnPiece = readonly [
  number,
  number,
  number | null,
  Tier | null,
  Tier | null,
  number | null,
  number | null,
];
/** Purchase days, the first and then the gaps; first and last day of each category, one after the other. */
export type BoughtPiece = readonly [number[], number[]];
/** The purchase history's risk, and the tier as ranked. */
export type ScoredPiece = readonly [number | null, Tier];

/** What is known of one customer; null: no such row, or a removed one. */
export type Pieces = [own: OwnPiece | null, bought: BoughtPiece | null, scored: ScoredPiece | null];

type Own = Pick<
  Customer,
  'deletedAt' | 'lastContactAt' | 'createdAt' | 'cadenceDays' | 'tierPinned' | 'tier' | 'ratings'
>;

export const ownPiece = (row: Own): OwnPiece | null =>
  row.deletedAt === null
    ? [
        ...([row.lastContactAt, row.createdAt, row.cadenceDays] as const),
        ...([row.tierPinned ?? null, row.tier] as const),
        ...([row.ratings?.paymentDelayDays ?? null, row.ratings?.defaultRate ?? null] as const),
      ]
    : null;

export const boughtPiece = ({ days, categories }: Pick<Summary, 'days' | 'categories'>): BoughtPiece => [
  days.map((day, i) => day - (days[i - 1] ?? 0)),
  categories.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]),
];

export const scoredPiece = ({
  outlook,
  rankedTier,
}: Pick<Insight, 'outlook' | 'rankedTier'>): ScoredPiece => [outlook?.risk ?? null, rankedTier];

export function daysOf([steps]: BoughtPiece): number[] {
  let day = 0;
  return steps.map((step) => {
    day += step;
    return day;
  });
}

/** The rows again as far as a risk needs them: categories without names, which only a sentence would tell, and no amounts, which only an observed share needs. */
export interface Unpacked {
  customer: Pick<Customer, 'lastContactAt' | 'createdAt' | 'cadenceDays' | 'tierPinned' | 'tier' | 'ratings'>;
  summary: Pick<Summary, 'days' | 'amounts' | 'categories' | 'currency'> | null;
  insight: { outlook: Pick<Outlook, 'risk'> | null; rankedTier: Tier } | null;
}

/** null where there is no such customer. */
export function unpacked([own, bought, scored]: Pieces): Unpacked | null {
  if (!own) return null;
  const [lastContactAt, createdAt, cadenceDays, tierPinned, tier, late, defaultRate] = own;
  return {
    customer: {
      ...{ lastContactAt, createdAt, cadenceDays, tierPinned, tier },
      ratings: {
        ...(late !== null && { paymentDelayDays: late }),
        ...(defaultRate !== null && { defaultRate }),
      },
    },
    summary: bought && { days: daysOf(bought), amounts: [], categories: categoriesOf(bought), currency: '' },
    insight: scored && {
      outlook: scored[0] === null ? null : { risk: scored[0] },
      rankedTier: scored[1],
    },
  };
}

function categoriesOf([, days]: BoughtPiece): Summary['categories'] {
  const categories: Summary['categories'] = [];
  for (let at = 0; at < days.length; at += 2)
    categories.push({ name: '', sales: 0, minor: 0, firstDay: days[at] ?? 0, lastDay: days[at + 1] ?? 0 });
  return categories;
}
