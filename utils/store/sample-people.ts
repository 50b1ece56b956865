import type { ComplaintCategory, InteractionKind, Repeat } from '../customer/model';
import type { Money } from '../money';
import type { GuardItem, SatisfactionLevel } from '../retention/model';
import type { Draft } from './types';

/** One sample customer as it is written down here: what is known, and what happened, in days from now. */
export interface SamplePerson {
  customer: Partial<Draft<'customers'>> & { kind: 'person' | 'company'; name: string };
  /** Days since the last contact; missing: never. */
  contacted?: number;
  contacts?: Array<{ name: string; title: string; emails: string[]; phones: string[] }>;
  /** Newest last. */
  log?: Array<{ ago: number; kind: InteractionKind; text: string }>;
  reminders?: Array<{ inDays: number; time: string; reason: string; repeat?: Repeat }>;
  complaints?: Array<{ ago: number; dueInDays: number; text: string; category?: ComplaintCategory }>;
  /** Share of wallet: a year that ended so many days ago, what they spent and what of it was ours. */
  wallets?: Array<{ ago: number; total: Money; ours: Money; source: string }>;
  /** Newest last. */
  satisfaction?: Array<{ ago: number; level: SatisfactionLevel; text: string }>;
  /** Key-account guard: rating and days ago by point. */
  guard?: Partial<Record<GuardItem, [rating: number, ago: number]>>;
}

const units =
  (currency: string) =>
  (major: number): Money => ({ minor: Math.round(major * 100), currency });
export const cny = units('CNY');
export const gbp = units('GBP');
export const eur = units('EUR');
export const nok = units('NOK');
export const usd = units('USD');
export const twd = units('TWD');
