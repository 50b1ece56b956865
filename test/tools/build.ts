import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['entrypoints', 'components', 'utils', 'public', 'wxt.config.ts', 'package-lock.json'];
const SCRIPTS = { chrome: 'build', firefox: 'build:firefox' } as const;
export type Target = keyof typeof SCRIPTS;

/** The folder of the unpacked extension for a browser. */
export const outputOf = (target: Target): string => join(ROOT, '.output', `${target}-mv3`);

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the extension for a browser where a source is newer than the last build; returns its folder. */
export function ensureBuilt(target: Target = 'chrome'): string {
  const dir = outputOf(target);
  const manifest = join(dir, 'manifest.json');
  const sources = Math.max(...SOURCES.map((path) => newest(join(ROOT, path))));
  if (newest(manifest) > sources) return dir;
  rmSync(manifest, { force: true });
  const shell = process.platform === 'win32';
  const built = spawnSync('npm', ['run', '-s', SCRIPTS[target]], { cwd: ROOT, encoding: 'utf8', shell });
  if (built.status !== 0 || !existsSync(manifest))
    throw new Error(`The build for ${target} failed:\n${built.stdout}${built.stderr}`);
  return dir;
}
