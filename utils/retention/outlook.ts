import { minorDigits } from '../money';
import { type Economics, expectedMargin, expectedService } from '../value/economics';
import { Scorer } from '../value/expected';
import { expectedSpend } from '../value/gammagamma';
import type { Outlook } from '../value/insight-types';
import { DAYS_PER_WEEK, historyKey, type Rfm, rfmOf } from '../value/rfm';
import type { ValueSettings } from '../value/settings';
import type { Summary } from '../value/summary-types';
import { riskOf } from './risk';
import { type Fits, signalsOf } from './signals';
import type { StoredModel } from './stored-model';

const DAYS_PER_YEAR = 365.25;
const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;

/** How many days ahead is looked. */
export const horizonDaysOf = ({ horizonMonths }: Pick<ValueSettings, 'horizonMonths'>): number =>
  Math.round(horizonMonths * DAYS_PER_MONTH);

/** What the purchase models need of a summary on that day; undefined before the first purchase. */
export function rfmOfSummary(
  { days, amounts }: Pick<Summary, 'days' | 'amounts'>,
  today: number,
): Rfm | undefined {
  if ((days.at(-1) ?? today) <= today) return rfmOf({ days, amounts }, today);
  const until = days.findIndex((day) => day > today);
  return rfmOf({ days: days.slice(0, until), amounts: amounts.slice(0, until) }, today);
}

/** What is looked at of a summary. */
export type History = Pick<Summary, 'days' | 'amounts' | 'costedSales' | 'costOfGoods' | 'byKind'>;

/** What margin and cost to serve are told from. */
export function economicsOf(summary: History, today: number): Economics {
  const { costedSales, costOfGoods, byKind, days } = summary;
  const first = days[0] ?? today;
  const weeks = Math.max(0, today - first) / DAYS_PER_WEEK;
  return { costedSales, costOfGoods, service: -(byKind.service ?? 0), weeks };
}

/** Tells the outlook of customers by one model for one day; keeps what equal histories share. */
export class Forecaster {
  private readonly scorer: Scorer;
  private readonly weeks: number;
  private readonly fits: Fits;
  private readonly risks = new Map<number, number>();

  constructor(
    private readonly model: StoredModel,
    private readonly settings: ValueSettings,
    /** Day number of "today". */
    readonly today: number,
  ) {
    this.weeks = horizonDaysOf(settings) / DAYS_PER_WEEK;
    this.scorer = new Scorer(model.fit, this.weeks, settings.discountPerYear);
    this.fits = new Map(model.fits.map(({ as, fit }) => [as, fit]));
  }

  /** null where they have not bought. */
  of(summary: History): Outlook | null {
    const seen = rfmOfSummary(summary, this.today);
    if (!seen) return null;
    const { pAlive, pActive, expected, discounted } = this.scorer.of(seen);
    const { spend, spendBasis, prior } = this.model;
    const known =
      spendBasis === 'repeat' ? { x: seen.x, mean: seen.repeatMean } : { x: seen.x + 1, mean: seen.mean };
    const meanSpend = expectedSpend(spend, known);
    const economics = economicsOf(summary, this.today);
    const margin = expectedMargin(economics, prior);
    const service = this.servicePerWeek(economics) * this.weeks * pAlive;
    const value = discounted * meanSpend * margin - service;
    return {
      ...{ x: seen.x, tx: seen.tx, T: seen.T, pAlive, pActive, expected, discounted },
      ...{
        meanSpend: Math.round(meanSpend),
        margin,
        serviceCost: Math.round(service),
        value: Math.round(value),
      },
      risk: this.risk(seen),
    };
  }

  private servicePerWeek(economics: Economics): number {
    const { serviceCostPerYear: set } = this.settings;
    if (set !== null) return (set * this.unit() * DAYS_PER_WEEK) / DAYS_PER_YEAR;
    return expectedService(economics, this.model.prior);
  }

  private unit(): number {
    return 10 ** minorDigits(this.settings.currency);
  }

  private risk(seen: Rfm): number {
    const key = historyKey(seen);
    const known = this.risks.get(key);
    if (known !== undefined) return known;
    const risk = riskOf(this.model.risk, signalsOf(seen, this.fits, this.model.usualGap, this.weeks));
    this.risks.set(key, risk);
    return risk;
  }
}
