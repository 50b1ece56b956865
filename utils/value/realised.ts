import { yearOf } from './days';
import { ENTRY_SIGNS, type EntryKind, type LedgerEntry } from './ledger';

/** A customer with their ledger, in one currency (convert first, see rates.ts). */
export interface Account {
  id: string;
  /** Who referred them, or null. */
  referredBy: string | null;
  entries: readonly LedgerEntry[];
}

/** Own and referred net value of one calendar year, minor units. */
export interface YearValue {
  year: number;
  own: number;
  referred: number;
  total: number;
}

/** What a customer has brought so far; all in minor units of one currency. */
export interface RealisedValue {
  id: string;
  /** Σ margin of sales − Σ costs. */
  net: number;
  /** Net value of everybody they referred, directly or through others: shown beside, never added into totals over customers. */
  referred: number;
  byKind: Record<EntryKind, number>;
  years: YearValue[];
  /** Whom they referred themselves. */
  referrals: string[];
}

/** A customer who is, through others, their own referrer. */
export class ReferralCycleError extends Error {
  override name = 'ReferralCycleError';
  constructor(readonly chain: readonly string[]) {
    super(`referrals go in a circle: ${chain.join(' → ')}`);
  }
}

/** More than one currency in what is to be summed. */
export class MixedCurrencyError extends Error {
  override name = 'MixedCurrencyError';
}

/** What an entry adds to the net value, minor units: a sale its margin, a cost its amount, negative. Rounded to the unit. */
export function netOf(entry: LedgerEntry, marginRate: number): number {
  const { minor } = entry.amount;
  if (entry.kind !== 'sale') return ENTRY_SIGNS[entry.kind] * minor;
  return entry.costMinor === null ? Math.round(minor * marginRate) : minor - entry.costMinor;
}

/**
 * Net value of every account, whole and by calendar year, with that of the customers they referred. `marginRate` (default 1: revenue) stands for the margin of
 * sales that name no cost of goods. A referrer who is not among the accounts counts as none.
 * @throws {ReferralCycleError} naming the chain · {MixedCurrencyError}
 */
export function realise(accounts: readonly Account[], marginRate = 1): Map<string, RealisedValue> {
  oneCurrency(accounts);
  const values = new Map(accounts.map((account) => [account.id, ownValue(account, marginRate)]));
  const parents = new Map(
    accounts.map((a) => [a.id, a.referredBy !== null && values.has(a.referredBy) ? a.referredBy : null]),
  );
  for (const { id } of accounts) {
    const chain = [id];
    for (let up = parents.get(id) ?? null; up !== null; up = parents.get(up) ?? null) {
      if (up === id || chain.includes(up))
        throw new ReferralCycleError([...chain.slice(chain.indexOf(up)), up]);
      chain.push(up);
    }
    const own = values.get(id);
    if (!own) continue;
    chain.slice(1).forEach((ancestor, depth) => {
      const value = values.get(ancestor);
      if (!value) return;
      if (depth === 0) value.referrals.push(id);
      value.referred += own.net;
      for (const year of own.years) yearOfValue(value, year.year).referred += year.own;
    });
  }
  for (const value of values.values()) {
    value.years.sort((a, b) => a.year - b.year);
    for (const year of value.years) year.total = year.own + year.referred;
  }
  return values;
}

function ownValue({ id, entries }: Account, marginRate: number): RealisedValue {
  const byKind = Object.fromEntries(Object.keys(ENTRY_SIGNS).map((kind) => [kind, 0])) as Record<
    EntryKind,
    number
  >;
  const value: RealisedValue = { id, net: 0, referred: 0, byKind, years: [], referrals: [] };
  for (const entry of entries) {
    const net = netOf(entry, marginRate);
    value.net += net;
    byKind[entry.kind] += net;
    yearOfValue(value, yearOf(entry.date)).own += net;
  }
  return value;
}

function yearOfValue(value: RealisedValue, year: number): YearValue {
  let found = value.years.find((y) => y.year === year);
  if (!found) {
    found = { year, own: 0, referred: 0, total: 0 };
    value.years.push(found);
  }
  return found;
}

function oneCurrency(accounts: readonly Account[]): void {
  const seen = new Set(accounts.flatMap((a) => a.entries.map((e) => e.amount.currency)));
  if (seen.size > 1) throw new MixedCurrencyError(`several currencies in one sum: ${[...seen].join(', ')}`);
}

/** Whether making `referrer` the referrer of `id` would close a circle: the chain, or null. */
export function referralCycle(
  id: string,
  referrer: string,
  referredBy: (id: string) => string | null,
): string[] | null {
  const chain = [id, referrer];
  const seen = new Set<string>();
  for (let at: string | null = referrer; at !== null && !seen.has(at); at = referredBy(at)) {
    seen.add(at);
    if (at !== referrer) chain.push(at);
    if (at === id) return chain;
  }
  return null;
}
