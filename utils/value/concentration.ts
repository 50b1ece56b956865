/** Cumulative profit by rank, best customer first, as shares of all profit. */
export interface WhaleCurve {
  /** shares[i]: what the best i + 1 customers bring, over the total. */
  shares: number[];
  /** The highest point: 1.3 says that 130 % of the profit was made before the rest lost 30. */
  peak: number;
  /** How many customers it takes to get there. */
  peakAt: number;
  /** peak − 1. */
  destroyed: number;
}

/** The whale curve (Kaplan), or null where the total is not positive: shares of a loss say nothing. */
export function whaleCurve(profits: readonly number[]): WhaleCurve | null {
  const total = profits.reduce((sum, p) => sum + p, 0);
  if (!(total > 0)) return null;
  const shares: number[] = [];
  let running = 0;
  let peak = 0;
  let peakAt = 0;
  for (const profit of profits.toSorted((a, b) => b - a)) {
    running += profit;
    shares.push(running / total);
    if (running / total > peak) {
      peak = running / total;
      peakAt = shares.length;
    }
  }
  return { shares, peak, peakAt, destroyed: Math.max(0, peak - 1) };
}

/** Gini = 2Σ i·x₍ᵢ₎/(nΣx) − (n+1)/n over values that are not negative: 0 all alike, towards 1 one has all. null without any. */
export function gini(values: readonly number[]): number | null {
  const order = values.filter((v) => v >= 0).sort((a, b) => a - b);
  const total = order.reduce((sum, v) => sum + v, 0);
  const n = order.length;
  if (!(total > 0)) return null;
  return (2 * order.reduce((sum, v, i) => sum + (i + 1) * v, 0)) / (n * total) - (n + 1) / n;
}

/** What the best `part` (0–1) of the customers bring of the total; at least one customer. null where the total is not positive. */
export function topShare(profits: readonly number[], part: number): number | null {
  const curve = whaleCurve(profits);
  const at = Math.max(1, Math.round(profits.length * part)) - 1;
  return curve?.shares[at] ?? null;
}

/** Share of customers who cost more than they bring; null without customers. */
export const losingShare = (profits: readonly number[]): number | null =>
  profits.length > 0 ? profits.filter((p) => p < 0).length / profits.length : null;
