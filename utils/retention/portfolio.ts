import { type Stage, TIERS, type Tier } from '../customer/model';
import { gini, topShare, whaleCurve } from '../value/concentration';
import { yearOf } from '../value/days';
import { LOYALTIES, type Outlook } from '../value/insight-types';
import { ENTRY_SIGNS, type EntryKind, type SaleClass } from '../value/ledger';
import type { CohortTotal, MixTotal, Portfolio, WhalePoint } from '../value/portfolio-types';
import type { Summary, Uncounted } from '../value/summary-types';
import { lossOf } from '../value/tiers';
import { annualOf, loyaltyOf } from './insight';
import { type Ranking, tierAt } from './ranking';

/** Totals by a key, made where they are first asked for. */
class Totals<K, T> extends Map<K, T> {
  constructor(private readonly blank: (key: K) => T) {
    super();
  }
  of(key: K): T {
    const known = this.get(key) ?? this.blank(key);
    this.set(key, known);
    return known;
  }
}

type Cause = Portfolio['losing']['causes'][number];
type Dated = Pick<Portfolio, 'horizonDays' | 'modelId' | 'valuation' | 'asOf' | 'computedAt' | 'currency'>;

/** Adds up the totals of the reports, a customer at a time: `add` while summaries are read, `score` when the model is there. */
export class PortfolioSums {
  private customers = 0;
  private entries = 0;
  private net = 0;
  private sales = 0;
  private next = 0;
  private readonly years = new Totals<number, { customers: number; net: number; sales: number }>(() => ({
    customers: 0,
    net: 0,
    sales: 0,
  }));
  private readonly cohorts = new Totals<number, CohortTotal>((cohort) => ({
    cohort,
    customers: 0,
    years: [],
  }));
  private readonly cohortYears = new Totals<string, CohortTotal['years'][number]>((key) => ({
    year: Number(key.split(':')[1]),
    ...{ buying: 0, net: 0, sales: 0 },
  }));
  private readonly mix = new Totals<string, MixTotal>((key) => {
    const [year, name] = key.split(':');
    return { year: Number(year), class: name as SaleClass, sales: 0, customers: 0 };
  });
  private readonly causes = new Totals<Cause['kind'], Cause>((kind) => ({ kind, minor: 0, customers: 0 }));
  private readonly uncounted = new Map<string, Uncounted>();
  private losing = { customers: 0, minor: 0 };
  private acquisition = { customers: 0, minor: 0 };
  private service = 0;
  private serviceYears = 0;
  private bought = 0;
  private boughtAgain = 0;
  private active = { customers: 0, net: 0 };
  private readonly loyalties = new Map(LOYALTIES.map((one) => [one, { customers: 0, net: 0 }]));
  private readonly tiers = new Map(
    TIERS.map((tier) => [
      tier,
      { tier, customers: 0, annual: 0, net: 0, next: 0, from: null as number | null },
    ]),
  );

  /** `today`: its day number. */
  constructor(private readonly today: number) {}

  add(summary: Summary): void {
    this.customers++;
    this.entries += summary.entries;
    this.net += summary.net;
    this.sales += summary.sales;
    for (const { year, net, sales, classes } of summary.years) {
      const total = this.years.of(year);
      total.customers++;
      total.net += net;
      total.sales += sales;
      for (const [name, minor] of Object.entries(classes)) {
        const mixed = this.mix.of(`${year}:${name}`);
        mixed.sales += minor;
        mixed.customers++;
      }
    }
    this.addCohort(summary);
    this.addCosts(summary);
    this.addRetention(summary);
    for (const one of summary.uncounted) this.addUncounted(one);
  }

  private addCohort({ firstSale, years }: Summary): void {
    if (firstSale === null) return;
    const cohort = yearOf(firstSale);
    this.cohorts.of(cohort).customers++;
    for (const { year, net, sales, saleCount } of years) {
      const total = this.cohortYears.of(`${cohort}:${year}`);
      if (saleCount > 0) total.buying++;
      total.net += net;
      total.sales += sales;
    }
  }

  private addCosts({ net, byKind, days }: Summary): void {
    const spent = -(byKind.acquisition ?? 0);
    if (spent > 0) {
      this.acquisition.customers++;
      this.acquisition.minor += spent;
    }
    this.service += -(byKind.service ?? 0);
    this.serviceYears += Math.max(1, (this.today - (days[0] ?? this.today)) / 365.25);
    if (net >= 0) return;
    this.losing.customers++;
    this.losing.minor += -net;
    const kinds = Object.keys(ENTRY_SIGNS).map((kind) => [kind, byKind[kind as EntryKind] ?? 0]);
    const full = Object.fromEntries(kinds) as Record<EntryKind, number>;
    for (const { kind, minor } of lossOf({ net, byKind: full })?.causes ?? []) {
      const cause = this.causes.of(kind);
      cause.minor += minor;
      cause.customers++;
    }
  }

  /** Of those who bought in the year before last, who bought in the last one. */
  private addRetention({ days, net }: Summary): void {
    const since = (years: number) => this.today - Math.round(365.25 * years);
    const within = (from: number, to: number) => days.some((day) => day > from && day <= to);
    const lately = within(since(1), this.today);
    if (within(since(2), since(1))) {
      this.bought++;
      if (lately) this.boughtAgain++;
    }
    if (!lately) return;
    this.active.customers++;
    this.active.net += net / Math.max(1, (this.today - (days[0] ?? this.today)) / 365.25);
  }

  private addUncounted({ currency, entries, from, to }: Uncounted): void {
    const known = this.uncounted.get(currency);
    if (!known) {
      this.uncounted.set(currency, { currency, entries, from, to });
      return;
    }
    known.entries += entries;
    if (from < known.from) known.from = from;
    if (to > known.to) known.to = to;
  }

  /** What winning a customer cost on the mean of those where it was noted; 0 where it never was. */
  winningCosts(): number {
    const { customers, minor } = this.acquisition;
    return customers > 0 ? Math.round(minor / customers) : 0;
  }

  /** What the models say of a customer who was added. */
  score(
    summary: Pick<Summary, 'days' | 'net'>,
    outlook: Outlook | null,
    ranking: Ranking,
    pinned: Tier | undefined,
  ): void {
    this.next += outlook?.value ?? 0;
    const loyalty = loyaltyOf(summary, outlook);
    const loyal = loyalty && this.loyalties.get(loyalty);
    if (loyal) {
      loyal.customers++;
      loyal.net += summary.net;
    }
    const annual = annualOf(summary, this.today);
    const tier = this.tiers.get(pinned ?? tierAt(ranking, annual));
    if (!tier) return;
    tier.customers++;
    tier.annual += annual;
    tier.net += summary.net;
    tier.next += outlook?.value ?? 0;
    if (pinned === undefined) tier.from = Math.min(tier.from ?? annual, annual);
  }

  /** `sorted`: annual net values, best first. */
  end(sorted: Float64Array, stages: Portfolio['stages'], dated: Dated): Portfolio {
    const profits = Array.from(sorted);
    const { customers, serviceYears } = this;
    const whole = Math.round;
    return {
      ...dated,
      ...{ customers, entries: this.entries, net: this.net, sales: this.sales, next: this.next, stages },
      whale: whaleOf(profits),
      gini: gini(profits),
      topFifth: topShare(profits, 0.2),
      tiers: [...this.tiers.values()].map((one) => ({
        ...one,
        annual: whole(one.annual),
        from: one.from === null ? null : whole(one.from),
      })),
      years: [...this.years]
        .map(([year, one]) => ({ year, ...one, perCustomer: whole(one.net / one.customers) }))
        .sort((a, b) => a.year - b.year),
      cohorts: this.cohortTotals(),
      mix: [...this.mix.values()].sort((a, b) => a.year - b.year || (a.class < b.class ? -1 : 1)),
      conversion: [...this.loyalties].map(([loyalty, one]) => ({ loyalty, ...one })),
      losing: {
        ...this.losing,
        share: customers > 0 ? this.losing.customers / customers : 0,
        causes: [...this.causes.values()].sort((a, b) => b.minor - a.minor),
      },
      uncounted: [...this.uncounted.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      base: {
        ...{ bought: this.bought, boughtAgain: this.boughtAgain },
        retention: this.bought > 0 ? this.boughtAgain / this.bought : null,
        profitPerYear: this.active.customers > 0 ? whole(this.active.net / this.active.customers) : 0,
        expectedPerCustomer: customers > 0 ? whole(this.next / customers) : 0,
        acquisitionCost: this.winningCosts() || null,
        serviceCostPerYear: serviceYears > 0 ? whole(this.service / serviceYears) : 0,
      },
    };
  }

  private cohortTotals(): CohortTotal[] {
    for (const [key, year] of this.cohortYears) this.cohorts.of(Number(key.split(':')[0])).years.push(year);
    for (const { years } of this.cohorts.values()) years.sort((a, b) => a.year - b.year);
    return [...this.cohorts.values()].sort((a, b) => a.cohort - b.cohort);
  }
}

/** More points than a screen has columns say nothing more. */
const POINTS = 200;

function whaleOf(profits: readonly number[]): Portfolio['whale'] {
  const curve = whaleCurve(profits);
  if (!curve) return null;
  const n = curve.shares.length;
  const total = profits.reduce((sum, profit) => sum + profit, 0);
  const ends = new Set([curve.peakAt, n]);
  for (let i = 1; i <= POINTS; i++) ends.add(Math.max(1, Math.round((n * i) / POINTS)));
  const points: WhalePoint[] = [];
  let before = 0;
  for (const customers of [...ends].sort((a, b) => a - b)) {
    const share = curve.shares[customers - 1] ?? 0;
    points.push({ customers, share, profit: Math.round(share * total), ranks: [before + 1, customers] });
    before = customers;
  }
  const { peak, peakAt, destroyed } = curve;
  return { points, total: Math.round(total), peak, peakAt, destroyed };
}

/** Customers by stage and tier, largest first. */
export function stageTotals(all: Iterable<{ stage: Stage; tier: Tier | null }>): Portfolio['stages'] {
  const totals = new Totals<string, Portfolio['stages'][number]>((key) => {
    const [stage, tier] = key.split(':') as [Stage, Tier | ''];
    return { stage, tier: tier || null, customers: 0 };
  });
  for (const { stage, tier } of all) totals.of(`${stage}:${tier ?? ''}`).customers++;
  return [...totals.values()].sort((a, b) => b.customers - a.customers);
}
