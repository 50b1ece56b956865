import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../tools/build.ts';
import { atMost, type Row, told } from './table.ts';

/** What finding duplicates promises: CPU seconds and megabytes above the records' own, by how many records there are. */
const PROMISED = [
  { count: 10_000, cpuSeconds: 2, megabytes: 300 },
  { count: 100_000, cpuSeconds: 15, megabytes: 300 },
];

interface Taken {
  cpuSeconds: number;
  megabytes: number;
  pairs: number;
  precision: number;
  recall: number;
}

/** Finding duplicates among invented customers, each size in a process of its own. */
export async function dedupe(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { count, cpuSeconds, megabytes } of PROMISED) {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'test/bench/dedupe-run.ts', String(count), '1'],
      { cwd: ROOT },
    );
    const taken = JSON.parse(stdout) as Taken;
    const what = `duplicates among ${count.toLocaleString('en')}`;
    const share = (part: number) => `${(100 * part).toFixed(1)} %`;
    rows.push(
      atMost(`${what}, CPU`, taken.cpuSeconds, cpuSeconds, 's'),
      atMost(`${what}, memory`, taken.megabytes, megabytes, 'MB', 0),
      told(`${what}, pairs`, `${taken.pairs}, ${share(taken.precision)} right, ${share(taken.recall)} found`),
    );
  }
  return rows;
}
