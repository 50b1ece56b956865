import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Tab } from './tab-state';

/**
 * A page sees whether the margin stands beside it and how wide it is, and so learns whether anybody whom it shows is known.
 * A page that tries out one address after the other is answered so often and then so slowly, in a tab; nobody who
 * works gets there, were it mail after mail three times a second for minutes. What is asked beyond it is answered to the user,
 * inside the frame, and not to the page.
 */
export const BURST = 1_500;
export const REFILL_MS = 2_000;

/** What an origin may still ask in a tab, and when that was so (epoch ms). */
export interface Allowance {
  answersLeft: number;
  at: number;
}

/** Origins kept a tab: beyond them the one that has asked least is forgotten. */
const MAX_ORIGINS = 16;
/** Questions that were answered already: the same again tells nothing new, as when one goes to and fro between mails. */
const MAX_KNOWN = 200;
const known = new Map<number, Set<string>>();

/**
 * Whether the page of `origin` in this tab may see the answer to a question (any text that stands for what it shows).
 * Counts it, in the tab's state; who calls writes that.
 */
export function mayAsk(
  tabId: number,
  { state }: Tab,
  origin: string,
  question: string,
  now: number,
): boolean {
  const asked = bytesToHex(sha256(utf8ToBytes(`${origin} ${question}`)));
  const before = known.get(tabId) ?? new Set();
  if (before.has(asked)) return true;
  const allowed = refilled(state.allowances?.[origin], now);
  const may = allowed.answersLeft >= 1;
  if (may) {
    allowed.answersLeft--;
    known.set(tabId, remember(before, asked));
  }
  state.allowances = kept({ ...state.allowances, [origin]: allowed }, now);
  return may;
}

export function refilled(before: Allowance | undefined, now: number): Allowance {
  if (!before) return { answersLeft: BURST, at: now };
  const since = Math.max(0, now - before.at); // a clock that was set back gives nothing
  return { answersLeft: Math.min(BURST, before.answersLeft + since / REFILL_MS), at: now };
}

function remember(before: Set<string>, asked: string): Set<string> {
  before.add(asked);
  for (const oldest of before) {
    if (before.size <= MAX_KNOWN) break;
    before.delete(oldest);
  }
  return before;
}

/** Those who have asked nothing for long need not be kept. */
function kept(all: Record<string, Allowance>, now: number): Record<string, Allowance> {
  const left = (origin: string) => refilled(all[origin], now).answersLeft;
  const some = Object.keys(all)
    .filter((origin) => left(origin) < BURST)
    .sort((a, b) => left(a) - left(b))
    .slice(0, MAX_ORIGINS);
  return Object.fromEntries(some.flatMap((origin) => (all[origin] ? [[origin, all[origin]] as const] : [])));
}

/** A tab was closed. */
export const forgetQuestions = (tabId: number): void => void known.delete(tabId);

/** '' for an address that is none: such pages share what they may ask. */
export const originOf = (url: string): string => URL.parse(url)?.origin ?? '';
