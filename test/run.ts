import { spawnSync } from 'node:child_process';
import { ROOT } from './tools/build.ts';
import { mayInstall } from './tools/find-browser.ts';

/** The steps of `npm test`, in order; the first that fails ends the run. */
const STEPS = [
  { name: 'types', script: 'types', when: true },
  { name: 'lint', script: 'lint', when: true },
  { name: 'unit and component tests', script: 'test:unit', when: true },
  { name: 'build for Chromium', script: 'build', when: true },
  { name: 'build for Firefox', script: 'build:firefox', when: true },
  { name: 'journeys', script: 'test:e2e', when: true },
  { name: 'real hosts', script: 'test:hosts', when: mayInstall() || process.env.CI === 'true' },
];

const took = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const begin = Date.now();
const done: string[] = [];
for (const { name, script, when } of STEPS) {
  if (!when) {
    console.log(`\n== ${name}: NOT RUN. They need Debian and root; everything else ran.`);
    continue;
  }
  console.log(`\n== ${name} (npm run ${script})`);
  const since = Date.now();
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', ['run', '-s', script], { cwd: ROOT, stdio: 'inherit', shell });
  if (status !== 0) {
    console.error(
      `\nFAILED: ${name}, after ${took(since)}. Passed before it: ${done.join(', ') || 'nothing'}.`,
    );
    process.exit(1);
  }
  done.push(name);
  console.log(`== ${name}: passed in ${took(since)}`);
}
console.log(`\nPassed in ${took(begin)}: ${done.join(', ')}.`);
