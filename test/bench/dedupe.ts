import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../tools/build.ts';
import { searchedInBrowser } from './dedupe-browser.ts';
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

/** In a process of its own, which can be asked for its memory; with the switches of `npm run dedupe`. */
async function inNode(count: number): Promise<Taken> {
  const switches = ['--max-inlined-bytecode-size-cumulative=0', '--interrupt-budget=400000'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...switches, '--heap-growing-percent=50', '--import', 'tsx', 'test/bench/dedupe-run.ts', String(count)],
    { cwd: ROOT },
  );
  return JSON.parse(stdout) as Taken;
}

/** Finding duplicates among invented customers: CPU time in the browser's worker, memory in a process of its own. */
export async function* dedupe(): AsyncGenerator<Row> {
  const cpu = await searchedInBrowser(PROMISED.map(({ count }) => count));
  for (const [at, { count, cpuSeconds, megabytes }] of PROMISED.entries()) {
    const taken = await inNode(count);
    const what = `duplicates among ${count.toLocaleString('en')}`;
    const share = (part: number) => `${(100 * part).toFixed(1)} %`;
    yield* [
      atMost(`${what}, CPU in a worker`, cpu[at] ?? Number.NaN, cpuSeconds, 's'),
      told(`${what}, CPU in Node`, `${taken.cpuSeconds.toFixed(2)} s`),
      atMost(`${what}, memory`, taken.megabytes, megabytes, 'MB', 0),
      told(`${what}, pairs`, `${taken.pairs}, ${share(taken.precision)} right, ${share(taken.recall)} found`),
    ];
  }
}
