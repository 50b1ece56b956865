import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { ROOT } from '../tools/build.ts';
import { type Session, startSession } from '../tools/session.ts';
import type { InPage } from './in-page.ts';
import { rowsAsked } from './options.ts';
import { atRest } from './rest.ts';

/** A hundred thousand, or as many as are asked for (`--rows`). */
export const STORED = rowsAsked(100_000);
const PART = Math.min(20_000, STORED);

export interface Stocked {
  session: Session;
  /** A page of the extension in which `window.bench` is there. */
  desk: Page;
  fillMs: number;
}
let stocked: Promise<Stocked> | null = null;

/** The script that puts `window.bench` into a page of the extension. */
export const benchCode = (): Promise<string> => bundled('in-page.ts');

/** A script of the bench and all that it imports, to be run in a page. */
export async function bundled(file: string): Promise<string> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}

async function stock(): Promise<Stocked> {
  const session = await startSession({ headless: true });
  const desk = await session.ownPage('popup.html');
  await desk.evaluate(await benchCode());
  let fillMs = 0;
  for (let from = 0; from < STORED; from += PART) {
    fillMs += await desk.evaluate(
      ([first, end]) => (window as unknown as { bench: InPage }).bench.fill(first, end),
      [from, Math.min(STORED, from + PART)] as [number, number],
    );
    console.error(`  ${(from + PART).toLocaleString('en')} customers stored`);
  }
  if (!(await atRest(session.browser.context, STORED)))
    console.error('  the background did not come to rest');
  return { session, desk, fillMs };
}

/** One browser with the sample mailbox and {@link STORED} customers, shared by the benches that need it. */
export function stockedSession(): Promise<Stocked> {
  stocked ??= stock();
  return stocked;
}

export async function closeStocked(): Promise<void> {
  await (await stocked)?.session.close();
  stocked = null;
}
