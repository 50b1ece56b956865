import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Daemon, isAlive, startDaemon, stopDaemon } from './daemon';
import { ensurePackages } from './packages';

/** A real application that the journeys run in. All it keeps is under one folder in the system's temp folder. */
export interface Host {
  name: string;
  url: string;
  user: string;
  password: string;
  /** Debian packages, and answers for debconf in its own format. */
  packages: string[];
  preseed?: string[];
  /** What the state is made from (seeds, configuration): when it changes, the state is made anew. */
  recipe(): string;
  /** Makes configuration, database and seed data in the empty folder `dir`. */
  prepare(dir: string): Promise<void>;
  daemons(dir: string): Daemon[];
  /** True once the application answers as itself. */
  ready(): Promise<boolean>;
}

export const stateDir = (host: Host): string =>
  join(tmpdir(), `margin-hosts-${host.name}-${new URL(host.url).port}`);

/** The applications run as unprivileged users, who must be able to reach their state. */
function checkReachable(dir: string): void {
  for (let at = dirname(dir); at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      throw new Error(`${at} is closed to other users; set TMPDIR to a folder that they can enter`);
    }
  }
}

async function waitReady(host: Host, dir: string): Promise<void> {
  const until = Date.now() + 90_000;
  while (Date.now() < until) {
    if (await host.ready()) return;
    const dead = host.daemons(dir).find((daemon) => !isAlive(dir, daemon.name));
    if (dead) {
      throw new Error(`${host.name}: ${dead.name} ended\n${tail(join(dir, `${dead.name}.out`))}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${host.name} did not answer within 90 s at ${host.url}; logs are in ${dir}`);
}

const tail = (file: string): string => readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Installs what is missing, seeds and starts the host, or finds it running as it should be.
 * @returns whether this call started it (and so whether the caller ought to stop it).
 * @throws Error with the reason and the last lines of the log.
 */
export async function up(host: Host): Promise<boolean> {
  const dir = stateDir(host);
  const recipe = createHash('sha256').update(host.recipe()).digest('hex');
  const fresh = readOr(join(dir, 'recipe')) === recipe;
  if (fresh && host.daemons(dir).every((daemon) => isAlive(dir, daemon.name)) && (await host.ready())) {
    return false;
  }
  await down(host);
  checkReachable(dir);
  ensurePackages(host.packages, host.preseed ?? []);
  if (await host.ready()) throw new Error(`${host.url} is taken by somebody else's ${host.name}`);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { mode: 0o755 });
  await host.prepare(dir);
  for (const daemon of host.daemons(dir)) startDaemon(dir, daemon);
  await waitReady(host, dir);
  writeFileSync(join(dir, 'recipe'), recipe);
  return true;
}

/** Stops exactly what {@link up} started; nothing where nothing runs. */
export async function down(host: Host): Promise<void> {
  const dir = stateDir(host);
  for (const daemon of host.daemons(dir)) await stopDaemon(dir, daemon.name);
}

/** A port from the environment, or the default. */
export function port(variable: string, fallback: number): number {
  const value = Number(process.env[variable] ?? fallback);
  if (!Number.isInteger(value) || value < 1024 || value > 65535) throw new Error(`${variable} is no port`);
  return value;
}

/** True where the URL answers and its text holds `mark`. */
export async function answers(url: string, mark: string, init: RequestInit = {}): Promise<boolean> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
    return (await response.text()).includes(mark);
  } catch {
    return false;
  }
}
