import '@/components/base.css';
import '@/components/due/due.css';
import '@/components/search/search.css';
import '@/components/sidebar/sidebar.css';
import '@/components/sidebar/parts.css';
import '@/components/sidebar/views.css';
import '@/components/retention/retention.css';
import { trustOnlyPeople } from '@/components/controls/trusted';
import { activeTab, readPage, watchActiveTab, watchPage } from '@/utils/browser/current-page';
import type { PageMatch } from '@/utils/browser/page-match';
import { expectLocale } from '@/utils/ui/language';
import { mountSidebar } from '@/utils/ui/mount';

trustOnlyPeople(window);

/** The same sidebar in the browser's own panel: it follows the tab in front. No page can embed it, so no nonce. */
const root = document.getElementById('app');
let tabId: number | null = null;

if (root) {
  expectLocale(navigator.languages);
  await mountSidebar({ root, databaseId: null, inPage: false, tabId: () => tabId, watch: followTabs });
}

function followTabs(onMatch: (match: PageMatch | null) => void): void {
  let stop = () => {};
  const follow = async () => {
    const tab = await activeTab();
    if (tab !== null && tab.id === tabId) return;
    tabId = tab?.id ?? null;
    stop();
    if (tabId === null) return onMatch(null);
    stop = watchPage(tabId, onMatch);
    onMatch(await readPage(tabId));
  };
  watchActiveTab(() => void follow());
  void follow();
}
