import * as z from 'zod/mini';
import type { Health } from '../detect/types';
import { counted, NO_HEALTH, type SiteHealth } from '../sites/health';
import { browser } from './api';

const KEY = 'siteHealth';
const MAX_SITES = 200;
const count = z.int().check(z.nonnegative());
const Stored = z.record(
  z.string(),
  z.object({
    lastWorked: z.nullable(z.number()),
    lastFell: z.nullable(z.number()),
    hits: count,
    fallbacks: count,
    streak: count,
  }),
);

/** How each site file has fared here, by its id; kept on this machine and never sent. */
export async function readSiteHealth(): Promise<Record<string, SiteHealth>> {
  const parsed = Stored.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.data : {};
}

/** Only the background counts, and one page after the other. */
let last: Promise<unknown> = Promise.resolve();

/** Counts how a site file fared on one page; answers with how it stands now. */
export function countSiteHealth(id: string, said: Health): Promise<SiteHealth> {
  const run = last.then(async () => {
    const all = await readSiteHealth();
    const next = counted(all[id] ?? NO_HEALTH, said, Date.now());
    if (id in all || Object.keys(all).length < MAX_SITES)
      await browser.storage.local.set({ [KEY]: { ...all, [id]: next } });
    return next;
  });
  last = run.catch(() => undefined);
  return run;
}

/** A file that was taught anew starts from nothing. */
export function forgetSiteHealth(id: string): Promise<void> {
  const run = last.then(async () => {
    const { [id]: _, ...rest } = await readSiteHealth();
    await browser.storage.local.set({ [KEY]: rest });
  });
  last = run.catch(() => undefined);
  return run;
}

/** Calls back when any of it changes; returns the way to stop. */
export function watchSiteHealth(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
