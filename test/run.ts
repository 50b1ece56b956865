import { spawn } from 'node:child_process';
import { ROOT } from './tools/build.ts';
import { mayInstall } from './tools/find-browser.ts';

interface Step {
  name: string;
  script: string;
}

/** The stages of `npm test`, in order; the steps of a stage run side by side, and the first that fails ends the run. */
const STAGES: readonly (readonly Step[])[] = [
  [
    { name: 'types', script: 'types' },
    { name: 'lint', script: 'lint' },
    { name: 'build for Chromium', script: 'build' },
  ],
  [{ name: 'unit and component tests', script: 'test:unit' }],
  [
    { name: 'attacks, the short run', script: 'test:security:short' },
    { name: 'faults, the short run', script: 'test:faults:short' },
    { name: 'build for Firefox', script: 'build:firefox' },
  ],
  [{ name: 'journeys', script: 'test:e2e' }],
];
const HOSTS: Step = { name: 'real hosts', script: 'test:hosts' };

const took = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const begin = Date.now();
const done: string[] = [];

/** Resolves to whether it passed. What steps say that run side by side is held back, and said when each has ended. */
function run({ name, script }: Step, alone: boolean): Promise<boolean> {
  const since = Date.now();
  if (alone) console.log(`\n== ${name} (npm run ${script})`);
  const child = spawn('npm', ['run', '-s', script], {
    cwd: ROOT,
    stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
  return new Promise((settle) => {
    child.on('close', (status) => {
      if (!alone) console.log(`\n== ${name} (npm run ${script})\n${Buffer.concat(said)}`);
      if (status === 0) done.push(name);
      const before = done.join(', ') || 'nothing';
      if (status === 0) console.log(`== ${name}: passed in ${took(since)}`);
      else console.error(`\nFAILED: ${name}, after ${took(since)}. Passed before it: ${before}.`);
      settle(status === 0);
    });
  });
}

async function all(): Promise<boolean> {
  const here = mayInstall() || process.env.CI === 'true';
  for (const stage of [...STAGES, ...(here ? [[HOSTS]] : [])]) {
    const passed = await Promise.all(stage.map((step) => run(step, stage.length === 1)));
    if (passed.includes(false)) return false;
  }
  if (!here) console.log(`\n== ${HOSTS.name}: NOT RUN. They need Debian and root; everything else ran.`);
  console.log(`\nPassed in ${took(begin)}: ${done.join(', ')}.`);
  return true;
}

if (!(await all())) process.exitCode = 1;
