import type { Site, Target } from '../detect/types';
import { SITES } from './index';
import { pagesLike } from './pattern';
import { checkSite, SITE_VERSION, type SiteCheck } from './schema';

/** Own site files at most; each costs a comparison of the address a page. */
export const MAX_OWN_SITES = 100;

/** A site file as text, to be edited or given away. */
export const siteText = (site: Site): string =>
  `${JSON.stringify({ version: SITE_VERSION, site }, null, 2)}\n`;

/** The site file of a page that the user teaches. `taken`: ids that are in use; `date`: `YYYY-MM-DD`, today. */
export function taughtSite(url: string, targets: Target[], taken: readonly string[], date: string): Site {
  const host = new URL(url).hostname;
  const words = `own-${host}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 34)
    .replace(/-+$/, '');
  let id = words;
  for (let count = 2; taken.includes(id); count++) id = `${words}-${count}`;
  return { id, label: host, matches: [pagesLike(url)], targets, verified: date, examples: [] };
}

/** Reads an own site file. Beside what {@link checkSite} refuses, a shipped host's id is not to be had. */
export function checkOwnSite(text: string, parses?: (selector: string) => boolean): SiteCheck {
  const checked = checkSite(text, parses);
  if (!checked.ok) return checked;
  const { id } = checked.site;
  return SITES.some((site) => site.id === id)
    ? { ok: false, reason: `id: ${id} is a host that Margin knows` }
    : checked;
}
