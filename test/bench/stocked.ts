import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { ROOT } from '../tools/build.ts';
import { type Session, startSession } from '../tools/session.ts';
import type { InPage } from './in-page.ts';

export const STORED = 100_000;
const PART = 20_000;

export interface Stocked {
  session: Session;
  /** A page of the extension in which `window.bench` is there. */
  desk: Page;
  fillMs: number;
}
let stocked: Promise<Stocked> | null = null;

/** The script that puts `window.bench` into a page of the extension. */
export async function benchCode(): Promise<string> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL('in-page.ts', import.meta.url))],
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
      [from, from + PART] as [number, number],
    );
    console.error(`  ${(from + PART).toLocaleString('en')} customers stored`);
  }
  return { session, desk, fillMs };
}

/** One browser with the sample mailbox and a hundred thousand customers, shared by the benches that need it. */
export function stockedSession(): Promise<Stocked> {
  stocked ??= stock();
  return stocked;
}

export async function closeStocked(): Promise<void> {
  await (await stocked)?.session.close();
  stocked = null;
}
