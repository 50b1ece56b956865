import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Frame,
  type Page,
  type Worker,
} from '@playwright/test';
import { findBrowser } from './find-browser.ts';

/**
 * Playwright's own list disables ThirdPartyStoragePartitioning, and then Chromium denies IndexedDB to an extension
 * frame in a web page, which no user's browser does. This is that list without it (2026-11, Playwright 1.65).
 */
const DISABLED_FEATURES =
  'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,OptimizationHints';
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LaunchOptions {
  /** A built, unpacked extension (`.output/chrome-mv3`). */
  extensionDir: string;
  /** Kept after close; without it a new one that close() removes. */
  profileDir?: string;
  headless: boolean;
  /** Origins granted as if the user had allowed them before, e.g. `http://127.0.0.1/*`. */
  grant: readonly string[];
  /** BCP 47; default `en-US`. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  /** null: as large as the window (for a person to look at). Default 1280×800. */
  viewport?: { width: number; height: number } | null;
  /** More unpacked extensions, e.g. a control to measure against. */
  alongside?: readonly string[];
  args?: readonly string[];
  timezone?: string;
}

export interface Launched {
  context: BrowserContext;
  extensionId: string;
  profileDir: string;
  /** The running service worker; waits for one to start, and wakes it where it was stopped. */
  worker(): Promise<Worker>;
  /** Address of one of the extension's own pages: `url('dashboard.html#customers')`. */
  url(page: string): string;
  close(): Promise<void>;
}

/** The id that Chromium gives an unpacked extension: sha256 of its absolute path, hex digits moved to a–p. */
export function extensionIdOf(dir: string): string {
  const hex = createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

interface Preferences {
  extensions?: { settings?: Record<string, object> };
}

/** Writes the grants into the profile before the browser reads it: a prompt cannot be clicked by a test. */
function seedGrants(profileDir: string, id: string, dir: string, origins: readonly string[]): void {
  const file = join(profileDir, 'Default', 'Preferences');
  const preferences: Preferences = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const manifest: { permissions?: string[] } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const permissions = {
    api: manifest.permissions ?? [],
    explicit_host: origins,
    manifest_permissions: [],
    scriptable_host: [],
  };
  const settings = preferences.extensions?.settings ?? {};
  settings[id] = { ...settings[id], granted_permissions: permissions, active_permissions: permissions };
  mkdirSync(join(profileDir, 'Default'), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({ ...preferences, extensions: { ...preferences.extensions, settings } }),
  );
}

/** A browser with the extension in it, its site permissions granted, its storage as in a user's browser. */
export async function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  const dir = resolve(options.extensionDir);
  const id = extensionIdOf(dir);
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'margin-profile-'));
  seedGrants(profileDir, id, dir, options.grant);
  const locale = options.locale ?? 'en-US';
  const dirs = [dir, ...(options.alongside ?? [])].join(',');
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: findBrowser(),
    headless: options.headless,
    chromiumSandbox: process.getuid?.() !== 0,
    locale,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    ...(options.timezone ? { timezoneId: options.timezone } : {}),
    args: [
      `--disable-extensions-except=${dirs}`,
      `--load-extension=${dirs}`,
      `--disable-features=${DISABLED_FEATURES}`,
      `--lang=${locale}`,
      ...QUIET,
      ...(options.args ?? []),
    ],
  });
  return {
    context,
    extensionId: id,
    profileDir,
    worker: () => wakeWorker(context, id),
    url: (page) => `chrome-extension://${id}/${page}`,
    close: async () => {
      await context.close();
      if (!options.profileDir) rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

const workerOf = (context: BrowserContext, id: string): Worker | undefined =>
  context.serviceWorkers().find((worker) => worker.url().startsWith(`chrome-extension://${id}/`));

/** A DevTools session that sees the browser's service workers, for as long as `use` runs. */
async function withWorkers<T>(context: BrowserContext, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  try {
    return await use(session);
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** Resolves when every worker that the session hears of is in this state. One that was replaced by a reload stays stopped: it does not count. */
const allWorkers = (session: CDPSession, state: 'running' | 'stopped'): Promise<void> =>
  new Promise((settle) => {
    const states = new Map<string, string>();
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, status, runningStatus } of versions)
        if (status === 'redundant') states.delete(versionId);
        else states.set(versionId, runningStatus);
      if (states.size > 0 && [...states.values()].every((now) => now === state)) settle();
    });
  });

/** The extension's worker, running. Playwright keeps its handle of a stopped one, on which a call would hang. */
async function wakeWorker(context: BrowserContext, id: string): Promise<Worker> {
  const first = workerOf(context, id) ? null : context.waitForEvent('serviceworker', { timeout: 10_000 });
  first?.catch(() => undefined);
  await withWorkers(context, async (session) => {
    const running = allWorkers(session, 'running');
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${id}/` });
    await running;
  });
  const worker = workerOf(context, id) ?? (await first);
  if (!worker) throw new Error('the extension has no service worker');
  return worker;
}

/** Stops every service worker, as the browser does after half a minute of rest. */
export function killWorker(context: BrowserContext): Promise<void> {
  return withWorkers(context, async (session) => {
    const stopped = allWorkers(session, 'stopped');
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  });
}

/** A frame answers its user once it has stood uncovered for a moment; one that never does is left as it is. */
async function untilArmed(frame: Frame): Promise<void> {
  await frame
    .waitForSelector('html[data-armed]', { state: 'attached', timeout: 2_000 })
    .catch(() => undefined);
}

/** The margin opens wide, which its guard takes for a move: what is pressed counts a third of a second after it. */
const ARMED_AFTER_MS = 500;

/** Opens the margin where it is only a rail, and waits until what is pressed in it counts. */
export async function openRail(frame: Frame): Promise<void> {
  const [rail, bar] = [frame.locator('.rail'), frame.locator('.bar')];
  await rail.or(bar).first().waitFor();
  if (await bar.isVisible()) return;
  await rail.click();
  await bar.waitFor();
  await frame.page().waitForTimeout(ARMED_AFTER_MS);
}

/** The margin frame inside a host page; waits until it is there, and until it answers. */
export async function sidebarFrame(page: Page, timeoutMs = 10_000): Promise<Frame> {
  const find = () => page.frames().find((frame) => /^chrome-extension:.*\/sidebar\.html/.test(frame.url()));
  const until = Date.now() + timeoutMs;
  for (;;) {
    const frame = find();
    if (frame) await untilArmed(frame);
    if (frame && !frame.isDetached()) return frame; // it may have been that of the page before, which goes a moment later
    if (Date.now() > until) throw new Error(`no sidebar frame in ${page.url()} after ${timeoutMs} ms`);
    await page.waitForTimeout(20);
  }
}
