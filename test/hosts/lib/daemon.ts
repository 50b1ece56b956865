import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A long-running process of a host; it leads a process group of its own, which is ended as a whole. */
export interface Daemon {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Absent: root, for those that drop their rights themselves. */
  user?: { uid: number; gid: number };
}

const pidFile = (dir: string, name: string): string => join(dir, `${name}.pid`);

/** When the kernel started the process (clock ticks since boot): tells it from a later one with the same number. */
function startTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function recorded(dir: string, name: string): number | null {
  try {
    const [pid, ticks] = readFileSync(pidFile(dir, name), 'utf8').split(' ');
    return startTicks(Number(pid)) === ticks ? Number(pid) : null;
  } catch {
    return null;
  }
}

export const isAlive = (dir: string, name: string): boolean => recorded(dir, name) !== null;

/** Starts the daemon with its output in `<dir>/<name>.out`. */
export function startDaemon(dir: string, daemon: Daemon): void {
  const out = openSync(join(dir, `${daemon.name}.out`), 'w');
  const child = spawn(daemon.command, daemon.args, {
    detached: true,
    stdio: ['ignore', out, out],
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...daemon.env },
    cwd: dir,
    ...daemon.user,
  });
  closeSync(out);
  if (child.pid === undefined) throw new Error(`${daemon.command} cannot be started`);
  writeFileSync(pidFile(dir, daemon.name), `${child.pid} ${startTicks(child.pid)}`);
  child.unref();
}

/** Ends the daemon's process group: asked first, and after four seconds forced. */
export async function stopDaemon(dir: string, name: string): Promise<void> {
  const pid = recorded(dir, name);
  if (pid === null) return;
  signalGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < 4000 && signalGroup(pid, 0); waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  signalGroup(pid, 'SIGKILL');
  rmSync(pidFile(dir, name), { force: true });
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
