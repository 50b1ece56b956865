import * as z from 'zod/mini';
import type { Site } from '../detect/types';
import { MAX_OWN_SITES } from '../sites/own';
import { SiteSchema } from '../sites/schema';
import { browser } from './api';

const KEY = 'ownSites';

/** The user's own site files, in the order they were made; one that cannot be read is left out. */
export async function readOwnSites(): Promise<Site[]> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

function parse(stored: unknown): Site[] {
  const all = z.array(z.unknown()).safeParse(stored);
  return (all.data ?? []).flatMap((one) => SiteSchema.safeParse(one).data ?? []);
}

/**
 * Keeps an own site file, in the place of the one with its id where there is one. The background publishes it to pages.
 * @throws RangeError where there are {@link MAX_OWN_SITES} already.
 */
export async function keepOwnSite(site: Site): Promise<void> {
  const all = await readOwnSites();
  const at = all.findIndex(({ id }) => id === site.id);
  if (at < 0 && all.length >= MAX_OWN_SITES) throw new RangeError(`more than ${MAX_OWN_SITES} own sites`);
  await browser.storage.local.set({ [KEY]: at < 0 ? [...all, site] : all.with(at, site) });
}

export async function dropOwnSite(id: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: (await readOwnSites()).filter((site) => site.id !== id) });
}

/** Calls back with them whenever they change, from whichever page; returns the way to stop. */
export function watchOwnSites(onChange: (sites: Site[]) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(parse(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
