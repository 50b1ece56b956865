/** The assumptions of the what-if questions (DOMAIN: 取舍), all of them the user's to change. */
export interface Assumptions {
  /** Winning a customer costs so many times what keeping one costs. */
  winCostsTimesKeep: number;
  /** A satisfied customer brings so many potential deals, of which… */
  dealsFromSatisfied: number;
  /** …this share closes. */
  dealsClosing: number;
  /** A dissatisfied customer influences so many people. */
  peopleInfluenced: number;
}
export const ASSUMPTIONS: Assumptions = {
  winCostsTimesKeep: 5,
  dealsFromSatisfied: 8,
  dealsClosing: 1 / 8,
  peopleInfluenced: 25,
};

export interface LossOfCustomer {
  expected: number;
  referral: number;
  replacement: number;
  total: number;
}

/** What losing this customer would cost: what they and their referrals would have brought, and winning another. One unit of money. */
export function costOfLosing(facts: {
  expectedValue: number;
  expectedReferralValue: number;
  acquisitionCost: number;
}): LossOfCustomer {
  const expected = Math.max(0, facts.expectedValue);
  const referral = Math.max(0, facts.expectedReferralValue);
  const replacement = Math.max(0, facts.acquisitionCost);
  return { expected, referral, replacement, total: expected + referral + replacement };
}

/** Mean lifetime in periods at this retention (share kept per period, 0 ≤ r < 1): 1/(1 − r). Infinite at 1. */
export const lifetime = (retention: number): number =>
  retention >= 1 ? Infinity : 1 / (1 - Math.max(0, retention));

export interface FewerDefections {
  retention: { before: number; after: number };
  lifetime: { before: number; after: number };
  /** Over the whole base and its lifetime. */
  profit: { before: number; after: number };
  gain: number;
}

/**
 * What fewer defections bring: of those who would leave in a period, the share `fewer` stays; each customer brings `profitPerPeriod`
 * for as long as they stay. null where nobody leaves, or the retention is no share.
 */
export function fewerDefections(facts: {
  customers: number;
  retention: number;
  profitPerPeriod: number;
  fewer: number;
}): FewerDefections | null {
  const { customers, retention, profitPerPeriod, fewer } = facts;
  if (!(retention >= 0 && retention < 1 && fewer >= 0 && fewer < 1)) return null;
  const after = 1 - (1 - retention) * (1 - fewer);
  const life = { before: lifetime(retention), after: lifetime(after) };
  const worth = (periods: number) => customers * profitPerPeriod * periods;
  return {
    retention: { before: retention, after },
    lifetime: life,
    profit: { before: worth(life.before), after: worth(life.after) },
    gain: worth(life.after) - worth(life.before),
  };
}

export interface KeepOrWin {
  kept: number;
  won: number;
  keepBrings: number;
  winBrings: number;
  better: 'keep' | 'win' | 'even';
}

/**
 * The same budget on keeping customers or on winning some: a kept customer brings their value and, being satisfied, the deals that close
 * among those they bring; a new one brings a new customer's value. null where keeping costs nothing.
 */
export function keepOrWin(
  facts: { budget: number; costToKeep: number; valueKept: number; valueNew: number },
  assumptions: Assumptions = ASSUMPTIONS,
): KeepOrWin | null {
  const { budget, costToKeep, valueKept, valueNew } = facts;
  if (!(costToKeep > 0 && budget >= 0)) return null;
  const kept = budget / costToKeep;
  const won = budget / (costToKeep * assumptions.winCostsTimesKeep);
  const deals = assumptions.dealsFromSatisfied * assumptions.dealsClosing;
  const keepBrings = kept * (valueKept + deals * valueNew);
  const winBrings = won * valueNew;
  const better = keepBrings > winBrings ? 'keep' : keepBrings < winBrings ? 'win' : 'even';
  return { kept, won, keepBrings, winBrings, better };
}

/** What complaints cost: those who complain, the share of them that defects, and what each was worth; and how many people hear of it. */
export function costOfComplaints(
  facts: { complaints: number; shareDefecting: number; valuePerCustomer: number },
  assumptions: Assumptions = ASSUMPTIONS,
): { lost: number; cost: number; influenced: number } {
  const lost = Math.max(0, facts.complaints) * Math.min(1, Math.max(0, facts.shareDefecting));
  return {
    lost,
    cost: lost * Math.max(0, facts.valuePerCustomer),
    influenced: Math.max(0, facts.complaints) * assumptions.peopleInfluenced,
  };
}
