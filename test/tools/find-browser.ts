import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where each system keeps Chrome, Chromium and Edge, likeliest first. */
function usualPaths(): string[] {
  if (process.platform === 'darwin')
    return MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return roots.flatMap((root) => WINDOWS.map((path) => join(root, path)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

const isDebian = (): boolean =>
  existsSync('/etc/debian_version') ||
  (existsSync('/etc/os-release') && /debian/i.test(readFileSync('/etc/os-release', 'utf8')));

/** True where this run may install Debian packages: Debian or its kin, and root. */
export const mayInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && isDebian();

/** Installs Debian packages, saying so first. Throws with apt's own last lines where it cannot. */
export function aptInstall(packages: readonly string[], why: string): void {
  console.log(`Installing ${packages.join(' ')} with apt-get: ${why}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8' });
  const attempt = () => apt('install', '-y', '--no-install-recommends', ...packages);
  let done = attempt();
  if (done.status !== 0) {
    apt('update');
    done = attempt();
  }
  if (done.status === 0) return;
  const last = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim().split('\n').slice(-4).join('\n');
  throw new Error(`apt-get could not install ${packages.join(' ')}:\n${last}`);
}

/**
 * The path of a Chromium-family browser: CHROME_PATH, else an installed Chrome, Chromium or Edge, else the one
 * that Playwright downloaded, else (Debian as root) Chromium installed now. Throws with one line on what to do.
 */
export function findBrowser(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (runnable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is not a program that can be run.`);
  }
  const found = [...usualPaths(), chromium.executablePath()].find(runnable);
  if (found) return found;
  if (mayInstall()) {
    aptInstall(['chromium', 'fonts-noto-cjk'], 'no Chrome, Chromium or Edge was found');
    if (runnable('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  throw new Error(
    'No browser found: install Chrome, Chromium or Edge (144 or newer), or set CHROME_PATH to one. "npx playwright install chromium" also does.',
  );
}
