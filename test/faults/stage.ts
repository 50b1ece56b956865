import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'esbuild';
import { type Launched, launchWithExtension } from '../tools/browser.ts';
import { ensureBuilt, ROOT } from '../tools/build.ts';
import { pause, within } from './fault.ts';
import type { Doing, Told } from './inside/write.ts';

const SCRIPT = 'faults.js';
/** A busy machine takes long to start a worker; one that never starts is a failed try. */
const PATIENCE_MS = 60_000;

/** The names under which inside/ is reached in the browser. */
declare global {
  var faults: typeof import('./inside/index.ts');
}

/** The script that brings inside/ into a page: `url(SCRIPT)`. */
export { SCRIPT as INSIDE };

/** A profile over all the browsers that are killed in it; it goes when `work` ends. */
export async function inProfile<T>(work: (profileDir: string) => Promise<T>): Promise<T> {
  const profileDir = mkdtempSync(join(tmpdir(), 'margin-faults-'));
  try {
    return await work(profileDir);
  } finally {
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

let furnished: Promise<string> | null = null;
/**
 * The extension as it ships, in a folder of its own, with inside/ before its worker's script: brought in by DevTools at each start it would
 * take longer than all else. The folder is removed when this process ends.
 */
export function extensionWithInside(): Promise<string> {
  furnished ??= furnish();
  return furnished;
}

async function furnish(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'margin-faults-extension-'));
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  cpSync(ensureBuilt('chrome'), dir, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}/test/faults/inside/index.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'faults',
    minify: true,
    target: 'es2023',
  });
  const script = outputFiles[0]?.text ?? '';
  const worker = join(dir, 'background.js');
  writeFileSync(worker, `${script}\n${readFileSync(worker, 'utf8')}`);
  writeFileSync(join(dir, SCRIPT), script);
  return dir;
}

type KeyOf<U> = U extends unknown ? keyof U : never;

/** What writers said: which writes were begun, which acknowledged. Outlives browsers. */
export class Heard {
  readonly acked = new Set<string>();
  readonly undone = new Set<string>();
  readonly failed: string[] = [];
  readonly #open = new Map<string, Doing>();
  #waiting: Array<[KeyOf<Told>, () => void]> = [];

  take(told: Told): void {
    if ('failed' in told) this.failed.push(told.failed);
    else if ('begun' in told) this.#open.set(told.begun.id, told.begun);
    else if ('acked' in told) {
      this.#open.delete(told.acked.id);
      if ('undo' in told.acked) this.undone.add(told.acked.undo);
      else this.acked.add(told.acked.id);
    }
    const waiting = this.#waiting;
    this.#waiting = waiting.filter(([what]) => !(what in told));
    for (const [what, go] of waiting) if (what in told) go();
  }

  /** Begun, and never acknowledged: a user would press the button again. */
  get unanswered(): Doing[] {
    return [...this.#open.values()];
  }

  get count(): number {
    return this.acked.size + this.undone.size;
  }

  /** Resolves when such a thing is told next. */
  next(what: KeyOf<Told>): Promise<void> {
    return new Promise((resolve) => this.#waiting.push([what, resolve]));
  }
}

/** A browser with the extension and one of its own pages, which draws nothing, open in a tab. */
export interface Stage {
  launched: Launched;
  page: Page;
  cdp: CDPSession;
  /** Starts the worker and lets it write: first what was never answered, then on and on. Resolves when it has begun. */
  startWriting(): Promise<void>;
  stopWorker(): Promise<void>;
  /** SIGKILL to all processes of the browser, as the system does when memory is short. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(
  heard: Heard,
  uncaught: string[],
  { profileDir }: { profileDir?: string } = {},
): Promise<Stage> {
  const launched = await launchWithExtension({
    extensionDir: await extensionWithInside(),
    headless: true,
    grant: ['http://127.0.0.1/*'],
    ...(profileDir ? { profileDir } : {}),
  });
  const { context } = launched;
  context.on('weberror', (error) => uncaught.push(error.error().message));
  const page = await context.newPage();
  await page.exposeFunction('told', (told: Told) => heard.take(told));
  await page.goto(launched.url('sidebar.html'));
  await page.addScriptTag({ url: launched.url(SCRIPT) });
  await page.evaluate(() => faults.collect());
  const cdp = await context.newCDPSession(page);
  await activated(cdp);
  await cdp.send('ServiceWorker.stopAllWorkers'); // it was started before anybody listened
  return {
    launched,
    page,
    cdp,
    startWriting: () => startWriting({ launched, page, cdp }, heard),
    stopWorker: async () => void (await cdp.send('ServiceWorker.stopAllWorkers')),
    kill: () => killAll(launched),
    close: () => launched.close(),
  };
}

/** A worker that is stopped while it is being installed is not started again. */
async function activated(cdp: CDPSession): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ status }) => status === 'activated')) resolve();
    });
  });
  await cdp.send('ServiceWorker.enable');
  await within(PATIENCE_MS, 'the worker', ready);
}

async function startWriting(
  { launched, page, cdp }: Pick<Stage, 'launched' | 'page' | 'cdp'>,
  heard: Heard,
): Promise<void> {
  const scopeURL = `chrome-extension://${launched.extensionId}/`;
  const ready = heard.next('ready').then(() => true);
  const started = async () => {
    // A start that falls into the stopping of the worker before is dropped: it is asked for again.
    do await cdp.send('ServiceWorker.startWorker', { scopeURL });
    while (!(await Promise.race([ready, pause(2_000)])));
  };
  await within(PATIENCE_MS, 'the start of the worker', started());
  const begun = heard.next('begun');
  const stopped = heard.next('failed').then(() => {
    throw new Error(`the writer stopped: ${heard.failed.at(-1)}`);
  });
  stopped.catch(() => undefined); // later ones are losses, and counted as such
  await page.evaluate((again) => faults.letWorkerWrite(again), heard.unanswered);
  await within(PATIENCE_MS, 'the first write of the worker', Promise.race([begun, stopped]));
}

interface ProcessInfo {
  processInfo: Array<{ type: string; id: number }>;
}

/** SIGKILL to every process of the browser; resolves when they are gone. */
export async function killAll({ context }: Launched): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no session with the browser');
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as ProcessInfo;
  const closed = new Promise<void>((resolve) => context.on('close', () => resolve()));
  const ids = processInfo.sort((a) => (a.type === 'browser' ? -1 : 1)).map(({ id }) => id);
  for (const id of ids) signal(id, 'SIGKILL');
  await within(PATIENCE_MS, 'the killed browser', closed);
  for (const id of ids) while (signal(id, 0)) await pause(5);
}

/** False: there is no such process (any more). */
function signal(id: number, what: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(id, what);
  } catch {
    return false;
  }
}
