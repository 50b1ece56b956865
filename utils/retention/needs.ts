import { NEED_KINDS, type Need, type NeedKind } from '../customer/model';

export interface NeedContrast {
  kind: NeedKind;
  /** Customers with the need, of all with any. */
  lost: number;
  lostAll: number;
  kept: number;
  keptAll: number;
  /** Share among the lost less share among the kept, −1 to 1. */
  difference: number;
  /** More than chance explains (two proportions, one-sided 5 %). */
  sure: boolean;
}

/** Which needs the lost customers had that the kept ones had not; customers of whom no need is noted do not count. */
export function needsContrast(
  lost: ReadonlyArray<readonly Need[]>,
  kept: ReadonlyArray<readonly Need[]>,
): NeedContrast[] {
  const [gone, here] = [lost, kept].map((all) => all.filter((needs) => needs.length > 0));
  if (!gone || !here) return [];
  const count = (all: typeof lost, kind: NeedKind) =>
    all.filter((needs) => needs.some((need) => need.kind === kind)).length;
  return NEED_KINDS.map((kind) => {
    const a = count(gone, kind);
    const b = count(here, kind);
    const [p, q] = [a / Math.max(1, gone.length), b / Math.max(1, here.length)];
    const pooled = (a + b) / Math.max(1, gone.length + here.length);
    const error = Math.sqrt(
      pooled * (1 - pooled) * (1 / Math.max(1, gone.length) + 1 / Math.max(1, here.length)),
    );
    const sure = error > 0 && (p - q) / error > 1.645;
    return { kind, lost: a, lostAll: gone.length, kept: b, keptAll: here.length, difference: p - q, sure };
  })
    .filter((one) => one.lost + one.kept > 0)
    .sort((a, b) => b.difference - a.difference);
}
