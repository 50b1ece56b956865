import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ROOT } from '../tools/build.ts';
import { atMost, type Row, told } from './table.ts';

const KB = 1000;

/** Bytes that ship: what runs in pages, and the whole. */
export async function* size(): AsyncGenerator<Row> {
  const dir = ensureBuilt('chrome');
  const kilobytes = (...files: string[]) =>
    files.reduce((sum, file) => sum + statSync(join(dir, file)).size, 0) / KB;
  const zipped = spawnSync('npx', ['wxt', 'zip'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (zipped.status !== 0) throw new Error(`wxt zip failed:\n${zipped.stdout}${zipped.stderr}`);
  const output = join(ROOT, '.output');
  const zip = readdirSync(output).find((name) => name.endsWith('-chrome.zip'));
  if (!zip) throw new Error('wxt zip made no file');
  yield* [
    atMost('content script, in every frame', kilobytes('page.js'), 25, 'kB', 1),
    atMost(
      'the same where codes or names are sought, or a page was taught',
      kilobytes('attend.js', 'page.js'),
      25,
      'kB',
      1,
    ),
    atMost(
      'with the detector, where there is a sign of a person',
      kilobytes('page.js', 'look.js'),
      25,
      'kB',
      1,
    ),
    told('the frame’s script, where there is somebody to show', `${kilobytes('margin.js').toFixed(1)} kB`),
    told('whole extension, zipped', `${(statSync(join(output, zip)).size / KB).toFixed(0)} kB`),
  ];
}
