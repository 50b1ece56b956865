import {
  type Customer,
  type RiskLevel,
  STAGES,
  type Stage,
  TIERS,
  type Tier,
} from '../../../utils/customer/model';
import type { Money } from '../../../utils/money';

/** Of a customer what a line of the list shows: light, since the list holds every customer there is. */
export interface CustomerRow {
  id: string;
  name: string;
  company: string;
  /** The first way to recognise them: an address, else a domain, else a number. */
  reach: string;
  tier: Tier | null;
  stage: Stage;
  riskLevel: RiskLevel | null;
  value: Money | null;
  lastContactAt: number;
  sample: boolean;
}

/** One address, domain or number of a customer; '' where none is known. */
export const reachOf = ({ emails, domains, phones }: Customer): string =>
  emails[0] ?? domains[0] ?? phones[0] ?? '';

export const toRow = (customer: Customer): CustomerRow => ({
  id: customer.id,
  name: customer.name,
  company: customer.company,
  reach: reachOf(customer),
  tier: customer.tier,
  stage: customer.stage,
  riskLevel: customer.riskLevel,
  value: customer.valueToDate,
  lastContactAt: customer.lastContactAt,
  sample: customer.sample,
});

export const SORTS = ['name', 'tier', 'stage', 'risk', 'value', 'lastContact'] as const;
export type SortBy = (typeof SORTS)[number];

export interface ListView {
  tier: Tier | 'none' | 'all';
  stage: Stage | 'all';
  sort: SortBy;
  descending: boolean;
}
export const DEFAULT_VIEW: ListView = { tier: 'all', stage: 'all', sort: 'name', descending: false };

const riskRank = { low: 0, medium: 1, high: 2 } as const;
const byName = new Intl.Collator(undefined, { numeric: true });

/** Numbers to sort by; null sorts last in either direction. Values in other currencies sort by their figure. */
const rank: Record<Exclude<SortBy, 'name'>, (row: CustomerRow) => number | null> = {
  tier: (row) => (row.tier ? TIERS.indexOf(row.tier) : null),
  stage: (row) => STAGES.indexOf(row.stage),
  risk: (row) => (row.riskLevel ? riskRank[row.riskLevel] : null),
  value: (row) => row.value?.minor ?? null,
  lastContact: (row) => row.lastContactAt || null,
};

function compare(a: CustomerRow, b: CustomerRow, view: ListView): number {
  const sign = view.descending ? -1 : 1;
  const names = byName.compare(a.name, b.name);
  if (view.sort === 'name') return sign * names;
  const [x, y] = [rank[view.sort](a), rank[view.sort](b)];
  if (x === y) return names;
  if (x === null) return 1;
  if (y === null) return -1;
  return sign * (x - y);
}

const fits = (row: CustomerRow, view: ListView) =>
  (view.tier === 'all' || (row.tier ?? 'none') === view.tier) &&
  (view.stage === 'all' || row.stage === view.stage);

/**
 * The lines to show. With `found` (ids of a search, best first) only those, in that order as long as
 * nothing else was chosen to sort by.
 */
export function visibleRows(
  rows: ReadonlyMap<string, CustomerRow>,
  view: ListView,
  found: readonly string[] | null,
): CustomerRow[] {
  const kept = found ? found.flatMap((id) => rows.get(id) ?? []) : [...rows.values()];
  const shown = kept.filter((row) => fits(row, view));
  if (found && view.sort === 'name' && !view.descending) return shown;
  return shown.sort((a, b) => compare(a, b, view));
}
