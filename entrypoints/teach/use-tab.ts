import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../utils/browser/api';
import { tabById } from '../../utils/browser/current-page';
import { isAllowed, watchSites } from '../../utils/browser/permissions';

export interface TaughtTab {
  state: 'waiting' | 'ask' | 'allowed' | 'gone';
  url: string;
  host: string;
  /** Grows whenever the tab shows something else. */
  turn: number;
}

/** The tab that is taught, as it is now. */
export function useTab(tabId: number): TaughtTab {
  const [tab, setTab] = useState<TaughtTab>({ state: 'waiting', url: '', host: '', turn: 0 });
  useEffect(() => {
    let current = true;
    const read = async () => {
      const next = await readTab(tabId);
      if (current) setTab((last) => ({ ...next, turn: last.turn + 1 }));
    };
    const updated = (id: number) => void (id === tabId && read());
    void read();
    browser.tabs.onUpdated.addListener(updated);
    browser.tabs.onRemoved.addListener(updated);
    const unwatch = watchSites(() => void read());
    return () => {
      current = false;
      browser.tabs.onUpdated.removeListener(updated);
      browser.tabs.onRemoved.removeListener(updated);
      unwatch();
    };
  }, [tabId]);
  return tab;
}

async function readTab(tabId: number): Promise<Omit<TaughtTab, 'turn'>> {
  const tab = Number.isInteger(tabId) ? await tabById(tabId) : null;
  const page = URL.parse(tab?.url ?? '');
  if (!tab || !page || !/^https?:$/.test(page.protocol)) return { state: 'gone', url: '', host: '' };
  return { state: (await isAllowed(tab.url)) ? 'allowed' : 'ask', url: tab.url, host: page.host };
}
