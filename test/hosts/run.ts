import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hosts } from './hosts';
import { down, type Host, up } from './lib/host';
import { whyNotHere } from './lib/packages';

/**
 * `npm run test:hosts [-- PLAYWRIGHT ARGUMENTS]`: installs and starts the real applications, runs the journeys,
 * stops what it started. Where they cannot be installed it says so, and fails where a CI relies on it.
 */
const CONFIG = fileURLToPath(new URL('playwright.config.ts', import.meta.url));

async function journeys(): Promise<number> {
  const started: Host[] = [];
  try {
    for (const host of hosts) {
      const since = Date.now();
      if (await up(host)) started.push(host);
      console.log(`${host.name} is up at ${host.url} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
    }
    const args = ['playwright', 'test', '--config', CONFIG, ...process.argv.slice(2)];
    return spawnSync('npx', args, { stdio: 'inherit' }).status ?? 1;
  } finally {
    for (const host of started) await down(host);
  }
}

const reason = whyNotHere();
if (reason === null) {
  process.exitCode = await journeys();
} else {
  const line = '='.repeat(78);
  console.error(
    `${line}\nNOT RUN: the journeys in Roundcube, Request Tracker and Tryton: ${reason}.\n${line}`,
  );
  process.exitCode = process.env.CI ? 1 : 0;
}
