import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { aptInstall, mayInstall } from '../../tools/find-browser';

/** Why the hosts cannot be installed on this machine, or null where they can. */
export function whyNotHere(): string | null {
  if (mayInstall()) return null;
  return process.getuid?.() === 0
    ? 'they come from Debian packages, and this system has none'
    : 'installing them takes root on Debian';
}

function isInstalled(name: string): boolean {
  try {
    const status = execFileSync('dpkg-query', ['-W', '-f=${Status}', name], { stdio: 'pipe' });
    return status.toString().includes('ok installed');
  } catch {
    return false;
  }
}

const POLICY = '/usr/sbin/policy-rc.d';

/** Debian starts a daemon when it is installed, on every address; this hook answers "not now" meanwhile. */
function withoutServiceStart(install: () => void): void {
  if (existsSync(POLICY)) {
    install();
    return;
  }
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    rmSync(POLICY);
  }
}

/**
 * Installs the packages that are missing.
 * @param preseed debconf answers, one a line as `debconf-set-selections` takes them.
 * @throws Error with the end of apt's output.
 */
export function ensurePackages(names: string[], preseed: string[]): void {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  withoutServiceStart(() => {
    if (preseed.length > 0) execFileSync('debconf-set-selections', { input: `${preseed.join('\n')}\n` });
    aptInstall(missing, 'the journeys run in real applications');
  });
}

/** The numeric ids of a system user. @throws Error where there is none. */
export function userIds(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`no user ${name} on this machine`);
  return { uid: Number(uid), gid: Number(gid) };
}

/** Runs a program to its end as another user. @throws Error with the end of what it printed. */
export function runAs(
  user: { uid: number; gid: number } | null,
  command: string,
  args: string[],
  options: { env?: Record<string, string>; input?: string; cwd?: string } = {},
): string {
  try {
    const { env, ...rest } = options;
    return execFileSync(command, args, {
      ...rest,
      ...user,
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
      stdio: 'pipe',
    }).toString();
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? `${error.stderr}` : String(error);
    throw new Error(`${command} ${args.join(' ')} failed\n${text.slice(-2000)}`);
  }
}
