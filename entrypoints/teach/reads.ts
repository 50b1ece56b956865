import { useEffect, useState } from 'preact/hooks';
import type { PageRead } from '../../components/teach/Teach';
import { tabById } from '../../utils/browser/current-page';
import { pointedIn, trySite } from '../../utils/browser/try-site';
import type { Site } from '../../utils/detect/types';
import type { TaughtTab } from './use-tab';

/** Pages that are listed; the newest first. */
const MAX_READS = 8;
/** A page that draws itself late is read again after these times. */
const AGAIN_MS = [600, 1_500];

/** What the site would read on this page and on each that the tab shows while the window is open. */
export function useReads(tabId: number, { turn }: TaughtTab, site: Site | null): PageRead[] {
  const [reads, setReads] = useState<PageRead[]>([]);
  const key = JSON.stringify(site);
  useEffect(() => {
    if (!site) return setReads([]);
    let current = true;
    const read = async () => {
      const page = await readOne(tabId, site);
      if (!current || !page) return;
      const before = (all: PageRead[]) =>
        all.filter(({ url }) => url !== page.url).map((one) => ({ ...one, here: false }));
      setReads((all) => [page, ...before(all)].slice(0, MAX_READS));
    };
    void read();
    const timers = AGAIN_MS.map((ms) => setTimeout(() => void read(), ms));
    return () => {
      current = false;
      timers.forEach(clearTimeout);
    };
  }, [key, turn, tabId]);
  return reads;
}

/** The frame that the site is for decides; null where the tab shows no page that can be read. */
async function readOne(tabId: number, site: Site): Promise<PageRead | null> {
  const tab = await tabById(tabId);
  if (!tab) return null;
  const tried = await trySite(tabId, site).catch(() => []);
  if (tried.length === 0) return null;
  return { url: tab.url, title: tab.title, here: true, ...pointedIn(tried, site) };
}
