import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../tools/build.ts';
import { rowsAsked } from './options.ts';
import { atMost, type Row } from './table.ts';
import type { Took } from './value-run.ts';

interface Taken {
  fit: Took;
  scores: Took;
  risks: Took;
  /** Of a hundred customers, one after the other. */
  oneRisk: Took;
  purchases: number;
}

/** Fitting and scoring, a tenth as many customers as ledger entries are asked for. */
export async function* value(): AsyncGenerator<Row> {
  const customers = Math.ceil(rowsAsked(1_000_000) / 10);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'test/bench/value-run.ts', String(customers)],
    { cwd: ROOT },
  );
  const taken = JSON.parse(stdout) as Taken;
  const many = customers.toLocaleString('en');
  const row = (name: string, { cpu, wall }: Took, limit: number) =>
    atMost(`${name} (wall ${(wall / 1000).toFixed(2)} s), CPU`, cpu / 1000, limit, 's');
  yield* [
    row(`default model, ${many} customers, ${taken.purchases.toLocaleString('en')} purchases`, taken.fit, 1),
    row(`their scores`, taken.scores, 0.2),
    row(`their risks`, taken.risks, 2),
    atMost('the risk of one, CPU', taken.oneRisk.cpu / 100, 5, 'ms'),
  ];
}
