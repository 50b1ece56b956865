import type { Sighting, Site } from '../detect/types';
import { browser } from './api';

const DETECTOR = 'look.js';

/**
 * Reads a tab's page with a site file before all others, in every frame, and keeps nothing. What is found goes to the
 * caller, a page of our own, and not to the page.
 * @throws where the tab shows no page that Margin may read.
 */
export async function trySite(tabId: number, site: Site): Promise<Sighting[]> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, files: [DETECTOR] });
  const results = await browser.scripting.executeScript({ target, func: lookWith, args: [site] });
  return results.flatMap(({ result }) => (result ? [result as Sighting] : []));
}

/** Runs in the page's isolated world, so it must stand alone. */
function lookWith(site: Site): Promise<Sighting> | null {
  type Look = (options: object, site: Site) => Promise<Sighting>;
  const look = (globalThis as unknown as Record<symbol, Look | undefined>)[Symbol.for('margin.look')];
  const nobody = { own: new Set(), ownDomains: new Set(), codePattern: null };
  return look ? look(nobody, site) : null;
}

/** What the site's own targets or signals found, and how many of the ways to the first agreed. */
export function pointedIn(
  sightings: readonly Sighting[],
  site: Site,
): { values: string[]; agreed: { count: number; of: number } | null } {
  const seen = sightings.find((one) => one.site === site.id);
  const told = site.targets ? /^where you pointed/ : /site/;
  const found = (seen?.candidates ?? []).filter(({ evidence }) => told.test(evidence));
  const [count, of] = (found[0]?.evidence.match(/\d+/g) ?? []).map(Number);
  return {
    values: found.flatMap(({ name, value }) => (name ? [name, value] : [value])),
    agreed: count !== undefined && of !== undefined ? { count, of } : null,
  };
}
