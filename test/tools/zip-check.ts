import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the zips of both stores twice and compares them byte by byte: `npm run zip:check`. One line a zip; exit 1 where two differ,
 * so that whoever has the source can tell that a published zip was made of it.
 */
const root = new URL('../..', import.meta.url).pathname;
const BROWSERS = [
  { name: 'chrome', args: ['zip'] },
  { name: 'firefox', args: ['zip', '-b', 'firefox', '--mv3'] },
];

function zipped(args: readonly string[], browser: string): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'margin-zip-'));
  try {
    const env = { ...process.env, MARGIN_OUT: folder };
    execFileSync(join(root, 'node_modules/.bin/wxt'), [...args], { cwd: root, env, stdio: 'pipe' });
    const zips = readdirSync(folder).filter((name) => name.endsWith('.zip') && name.includes(browser));
    return new Map(
      zips.map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let differ = false;
for (const { name, args } of BROWSERS) {
  const [first, second] = [zipped(args, name), zipped(args, name)];
  if (first.size === 0) throw new Error(`no zip for ${name}`);
  for (const [file, sum] of first) {
    const same = second.get(file) === sum;
    differ ||= !same;
    console.log(`${same ? 'same' : 'DIFFERENT'}  ${sum}  ${file}`);
  }
}
process.exitCode = differ ? 1 : 0;
