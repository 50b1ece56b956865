import type { Backtest } from '../value/backtest';
import { dateOfDay } from '../value/days';
import { type Economics, economicsPrior } from '../value/economics';
import type { Buyer } from '../value/rfm';
import type { ValueSettings } from '../value/settings';
import { assess } from './assess';
import { horizonDaysOf } from './outlook';
import { usualGap } from './signals';
import type { StoredBacktest, StoredModel } from './stored-model';

/** Fits and chooses the purchase model for these ledgers as of `today` (day number). Never throws: the simple rule stands in. */
export function fitModel(
  buyers: readonly Buyer[],
  economics: Iterable<Economics>,
  settings: ValueSettings,
  by: { id: string; today: number; now: number },
): StoredModel {
  const horizonDays = horizonDaysOf(settings);
  const made = assess(buyers, { untilDay: by.today, horizonDays, model: 'auto' });
  return {
    id: by.id,
    madeAt: by.now,
    asOf: dateOfDay(by.today),
    customers: made.customers.length,
    repeats: made.customers.reduce((sum, { x }) => sum + x, 0),
    horizonDays,
    ...{ fit: made.fit, why: made.why, spend: made.spend, spendBasis: made.spendBasis },
    backtest: made.backtest && stored(made.backtest),
    prior: economicsPrior(economics, settings.marginRate),
    risk: made.risk,
    fits: [...made.fits].map(([as, fit]) => ({ as, fit })),
    usualGap: usualGap(made.customers),
  };
}

const stored = ({ models, ...rest }: Backtest): StoredBacktest => ({
  ...rest,
  models: models.map(({ fit, ...report }) => ({ ...report, boundary: fit.boundary })),
});
