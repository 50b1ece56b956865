import { NEED_KINDS, type Need, type NeedKind } from '../customer/model';

export interface NeedContrast {
  kind: NeedKind;
  /** Customers with the need, of all with any. */
  lost: string[];
  lostAll: number;
  kept: string[];
  keptAll: number;
  /** Share among the lost less share among the kept, −1 to 1. */
  difference: number;
  /** More than chance explains (two proportions, one-sided 5 %). */
  sure: boolean;
}

export interface Needing {
  id: string;
  needs: readonly Need[];
}

/** Which needs the lost customers had that the kept ones had not; customers of whom no need is noted do not count. */
export function needsContrast(lost: readonly Needing[], kept: readonly Needing[]): NeedContrast[] {
  const [gone, here] = [lost, kept].map((all) => all.filter(({ needs }) => needs.length > 0));
  if (!gone || !here) return [];
  const having = (all: readonly Needing[], kind: NeedKind) =>
    all.filter(({ needs }) => needs.some((need) => need.kind === kind)).map(({ id }) => id);
  return NEED_KINDS.map((kind) => {
    const ofLost = having(gone, kind);
    const ofKept = having(here, kind);
    const [a, b] = [ofLost.length, ofKept.length];
    const [p, q] = [a / Math.max(1, gone.length), b / Math.max(1, here.length)];
    const pooled = (a + b) / Math.max(1, gone.length + here.length);
    const error = Math.sqrt(
      pooled * (1 - pooled) * (1 / Math.max(1, gone.length) + 1 / Math.max(1, here.length)),
    );
    const sure = error > 0 && (p - q) / error > 1.645;
    const all = { lostAll: gone.length, keptAll: here.length };
    return { kind, lost: ofLost, kept: ofKept, ...all, difference: p - q, sure };
  })
    .filter((one) => one.lost.length + one.kept.length > 0)
    .sort((a, b) => b.difference - a.difference);
}
