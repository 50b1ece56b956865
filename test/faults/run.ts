/**
 * `npm run test:faults [-- --short] [--no-browser] [--seed N] [NAME…]`: makes each fault happen as often as it says and prints what it cost.
 * Exits 1 where anything was lost, or an error went uncaught. `npm test` runs the short form of those that need no browser.
 */
import 'fake-indexeddb/auto';
import 'temporal-polyfill/global';
import { parseArgs } from 'node:util';
import { browserKills } from './browser-kills.ts';
import { dueKills } from './due-kills.ts';
import { type Fault, randomFrom } from './fault.ts';
import { importKills } from './import-kills.ts';
import { clock } from './in-node/clock.ts';
import { quota } from './in-node/quota.ts';
import { twoTabs } from './in-node/two-tabs.ts';
import { abortedUpgrade, oldTabs } from './in-node/upgrade.ts';
import { reload } from './reload.ts';
import { tornLog } from './torn-log.ts';
import { workerKills } from './worker-kills.ts';

/** Two lanes side by side, each one fault after the other: most of a kill is waiting. */
const IN_NODE: readonly Fault[] = [clock, quota, twoTabs, oldTabs, abortedUpgrade];
const LANES: readonly (readonly Fault[])[] = [
  [workerKills, dueKills, tornLog],
  [...IN_NODE, browserKills, importKills, reload],
];

const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
  allowPositionals: true,
});
console.warn = () => undefined; // Dexie warns of each tab that gives way to an update (4.4, 2026-11): here that is the trial
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const SHOWN = 5;

async function tried(fault: Fault): Promise<boolean> {
  const since = Date.now();
  const random = randomFrom(seed);
  const { tries, losses, uncaught, of } = await fault
    .run({ short: values.short, random })
    .catch((error: unknown) => ({
      tries: 0,
      losses: [`the trial broke off: ${error instanceof Error ? (error.stack ?? error.message) : error}`],
      uncaught: [],
      of: '',
    }));
  const good = losses.length === 0 && uncaught.length === 0;
  const figures = `${tries} tries, ${losses.length} losses, ${uncaught.length} uncaught`;
  const seconds = ((Date.now() - since) / 1_000).toFixed(1);
  console.log(
    `${good ? 'ok    ' : 'FAILED'} ${fault.name.padEnd(16)} ${fault.says}: ${figures} (${of}; ${seconds} s)`,
  );
  for (const line of [...losses, ...uncaught].slice(0, SHOWN)) console.error(`         ${line}`);
  return good;
}

async function lane(faults: readonly Fault[]): Promise<boolean[]> {
  const good: boolean[] = [];
  for (const fault of faults)
    if (positionals.length === 0 || positionals.includes(fault.name)) good.push(await tried(fault));
  return good;
}

const unknown = positionals.filter((name) => !LANES.flat().some((fault) => fault.name === name));
if (unknown.length > 0) {
  console.error(
    `no such fault: ${unknown.join(', ')}. There are: ${LANES.flat()
      .map(({ name }) => name)
      .join(', ')}`,
  );
  process.exit(2);
}
console.log(`faults, seed ${seed}`);
const lanes = values['no-browser'] ? [IN_NODE] : LANES;
const good = (await Promise.all(lanes.map(lane))).flat();
console.log(`${good.filter(Boolean).length} of ${good.length} faults cost nothing.`);
process.exit(good.includes(false) ? 1 : 0);
