import { useEffect, useState } from 'preact/hooks';
import type { SiteTry } from '../../components/dashboard/sites/OwnSite';
import type { OwnSitesProps } from '../../components/dashboard/sites/OwnSites';
import { browser } from '../../utils/browser/api';
import { dropOwnSite, keepOwnSite, readOwnSites, watchOwnSites } from '../../utils/browser/own-sites';
import { forgetSiteHealth, readSiteHealth, watchSiteHealth } from '../../utils/browser/site-health';
import { pointedIn, trySite } from '../../utils/browser/try-site';
import { isMatch } from '../../utils/detect/match';
import type { Site } from '../../utils/detect/types';
import { t } from '../../utils/i18n';
import type { SiteHealth } from '../../utils/sites/health';
import { checkOwnSite, siteText } from '../../utils/sites/own';
import type { Changes } from '../../utils/ui/changes';
import { downloadText } from './import/files';

/** Open pages that one test looks at. */
const MAX_TABS = 5;

/** How the site files fare, live. */
export function useHealth(): Record<string, SiteHealth> {
  const [health, setHealth] = useState<Record<string, SiteHealth>>({});
  useEffect(() => {
    const read = () => void readSiteHealth().then(setHealth);
    read();
    return watchSiteHealth(read);
  }, []);
  return health;
}

/** The user's own site files, live, and what can be done with them. */
export function useOwnSites(changes: Changes): Omit<OwnSitesProps, 'health' | 'now'> {
  const [sites, setSites] = useState<Site[]>([]);
  const [removed, setRemoved] = useState<Site | null>(null);
  useEffect(() => {
    void readOwnSites().then(setSites);
    return watchOwnSites(setSites);
  }, []);
  const keep = async (text: string, instead?: Site): Promise<string | null> => {
    const checked = checkOwnSite(text, parses);
    if (!checked.ok) return checked.reason;
    try {
      await keepOwnSite(checked.site);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    if (instead && instead.id !== checked.site.id) await dropOwnSite(instead.id);
    await forgetSiteHealth(checked.site.id);
    changes.tell(t('sites_imported', { NAME: checked.site.label }));
    return null;
  };
  return {
    sites,
    removed,
    textOf: siteText,
    onTest: tryOpenPages,
    onEdit: (site, text) => keep(text, site),
    onImport: (text) => keep(text),
    onExport: (site) => downloadText({ name: `${site.id}.json`, text: siteText(site) }, 'application/json'),
    onRemove: (site) => void dropOwnSite(site.id).then(() => setRemoved(site)),
    onRestore: () => void (removed && keepOwnSite(removed).then(() => setRemoved(null))),
  };
}

/** Whether a selector is one, by asking a document that nothing is in. */
const empty = document.implementation.createHTMLDocument('');
function parses(selector: string): boolean {
  try {
    empty.querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

async function tryOpenPages(site: Site): Promise<SiteTry[]> {
  const tabs = (await browser.tabs.query({})).filter(({ url }) =>
    site.matches.some((match) => url !== undefined && isMatch(match, url)),
  );
  const tries = tabs.slice(0, MAX_TABS).map(async ({ id, url, title }) => {
    const seen = id === undefined ? [] : await trySite(id, site).catch(() => []);
    return { title: title || url || '', values: pointedIn(seen, site).values };
  });
  return Promise.all(tries);
}
