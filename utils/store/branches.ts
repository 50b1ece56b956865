import { type Branch, NO_BRANCH } from '../retention/insight';
import type { YearValue } from '../value/realised';
import type { Tables } from './database';
import type { StoredCustomer } from './stored';

/** What the customers whom somebody referred come to. */

/** Own value of a customer, as the branches above them count it. */
export interface Twig {
  net: number;
  next: number;
  years: ReadonlyArray<{ year: number; net: number }>;
}

/** Everybody's branch, from who referred whom among live customers. A circle (of data that came from elsewhere) ends where it closes. */
export function branchesOf(
  parents: ReadonlyMap<string, string>,
  twig: (id: string) => Twig | undefined,
): Map<string, Branch> {
  const branches = new Map<string, Branch>();
  for (const id of parents.keys()) {
    const own = twig(id);
    const seen = new Set([id]);
    for (let up = parents.get(id); up !== undefined && !seen.has(up); up = parents.get(up)) {
      seen.add(up);
      branches.set(up, grown(branches.get(up) ?? NO_BRANCH, own));
    }
  }
  return branches;
}

function grown(branch: Branch, twig: Twig | undefined): Branch {
  const years = new Map(branch.years.map((one) => [one.year, one.own]));
  for (const { year, net } of twig?.years ?? []) years.set(year, (years.get(year) ?? 0) + net);
  return {
    referred: branch.referred + (twig?.net ?? 0),
    referrals: branch.referrals + 1,
    referredNext: branch.referredNext + (twig?.next ?? 0),
    years: [...years].map(([year, own]): YearValue => ({ year, own, referred: 0, total: own })),
  };
}

/** Larger trees are left to the next refresh: an edit does not wait for them. */
const LARGEST = 500;

/** The branch of one customer, read from the sums of those below; null where the tree is too large to be read with an edit. */
export async function branchOf(db: Tables, id: string): Promise<Branch | null> {
  const parents = new Map<string, string>();
  for (let level = [id]; level.length > 0; ) {
    const rows = await db.customers.where('referredBy').anyOf(level).toArray();
    const live = rows.filter((row) => row.deletedAt === null && row.id !== id && !parents.has(row.id));
    for (const row of live) parents.set(row.id, row.referredBy ?? '');
    if (parents.size > LARGEST) return null;
    level = live.map((row) => row.id);
  }
  if (parents.size === 0) return NO_BRANCH;
  const ids = [...parents.keys()];
  const [sums, insights] = await Promise.all([db.summaries.bulkGet(ids), db.insights.bulkGet(ids)]);
  const twigs = new Map(
    ids.map((one, i) => {
      const next = insights[i]?.outlook?.value ?? 0;
      return [one, { net: sums[i]?.net ?? 0, years: sums[i]?.years ?? [], next }] as const;
    }),
  );
  return branchesOf(parents, (one) => twigs.get(one)).get(id) ?? NO_BRANCH;
}

/** The customers above these, nearest first. */
export async function ancestorsOf(db: Tables, ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const id of ids) {
    const seen = new Set([id]);
    for (let at: string | null | undefined = id; at; ) {
      const row: StoredCustomer | undefined = await db.customers.get(at);
      at = row?.deletedAt === null ? row.referredBy : null;
      if (!at || seen.has(at)) break;
      seen.add(at);
      found.add(at);
    }
  }
  return [...found];
}
