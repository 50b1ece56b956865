import { riskOf, trainRisk } from '../../utils/retention/risk.ts';
import { type Fits, type Signals, signalsOf, signalsOfAll, usualGap } from '../../utils/retention/signals.ts';
import { Scorer } from '../../utils/value/expected.ts';
import { fitAll } from '../../utils/value/fit.ts';
import { holdOut } from '../../utils/value/holdout.ts';
import type { Fit } from '../../utils/value/models.ts';
import { type Purchaser, type Rfm, rfmOf } from '../../utils/value/rfm.ts';
import { Dice } from './invented.ts';

/** Run by value.ts in a process of its own: `value-run.ts CUSTOMERS`; prints what each step took as JSON. */
const customers = Number(process.argv[2]);
const UNTIL = 730;
const HORIZON = 365;
const RUNS = 3;

export interface Took {
  /** CPU and wall milliseconds; the least of some runs. */
  cpu: number;
  wall: number;
}

/** Buyers with rates and lifetimes of their own, first seen over two years. */
function ledgers(dice: Dice): Purchaser[] {
  return Array.from({ length: customers }, (_, id) => {
    const gap = 10 + 80 * -Math.log(dice.roll());
    const leaves = 0.05 + 0.4 * dice.roll();
    const movements: Array<{ day: number; kind: 'sale'; amount: number }> = [];
    for (let day = dice.roll() * UNTIL; day <= UNTIL; day += Math.max(1, -gap * Math.log(dice.roll()))) {
      movements.push({ day: Math.floor(day), kind: 'sale', amount: 1 + dice.below(500) });
      if (dice.chance(leaves)) break;
    }
    return { id: `c${id}`, movements };
  });
}

function timed<T>(work: () => T): { made: T; took: Took } {
  let best: { made: T; took: Took } | null = null;
  for (let run = 0; run < RUNS; run++) {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    const made = work();
    const spent = process.cpuUsage(cpu);
    const took = { cpu: (spent.user + spent.system) / 1000, wall: performance.now() - wall };
    if (!best || took.cpu < best.took.cpu) best = { made, took };
  }
  if (!best) throw new Error('nothing ran');
  return best;
}

const purchasers = ledgers(new Dice(3));
const rows: Rfm[] = purchasers.flatMap((one) => {
  const days = one.movements.map(({ day }) => day);
  return rfmOf({ days: [...new Set(days)], amounts: [...new Set(days)].map(() => 1) }, UNTIL) ?? [];
});
const fit = timed(() => fitAll(rows, ['mbg']).get('mbg') as Fit);
const scores = timed(() => {
  const scorer = new Scorer(fit.made, HORIZON / 7, 0);
  return rows.reduce((sum, row) => sum + scorer.of(row).expected, 0);
});
const fits: Fits = fitAll(
  rows.filter((_, i) => i % 12 === 0),
  ['mbg', 'pareto', 'cnbdk'],
);
const model = trainRisk(holdOut(purchasers, UNTIL, HORIZON), fits);
const all = timed(() => {
  const signals = signalsOfAll(rows, fits, HORIZON / 7);
  return rows.reduce((sum, _, i) => sum + riskOf(model, signals[i] as Signals), 0);
});
const gap = usualGap(rows);
const one = timed(() => {
  for (let i = 0; i < 100; i++) riskOf(model, signalsOf(rows[i] as Rfm, fits, gap, HORIZON / 7));
});
process.stdout.write(
  JSON.stringify({
    fit: fit.took,
    scores: scores.took,
    risks: all.took,
    oneRisk: one.took,
    purchases: rows.reduce((sum, { x }) => sum + x + 1, 0),
  }),
);
