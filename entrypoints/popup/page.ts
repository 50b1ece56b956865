import { activeTab, readPage, type TabRef, tabById } from '../../utils/browser/current-page';
import type { NoteDraft } from '../../utils/browser/draft';
import { readDrafts } from '../../utils/browser/draft-store';
import type { PageMatch } from '../../utils/browser/page-match';
import { takePendingNote } from '../../utils/browser/pending-note';
import { isAllowed, siteOf } from '../../utils/browser/permissions';
import { readSelection } from '../../utils/browser/selection';

/** What the popup is about: the page in front, or the one whose context menu was used. */
export interface NotedPage {
  /** null: no tab of the web is in front. */
  tabId: number | null;
  url: string;
  title: string;
  /** What is marked there. */
  quote: string;
  match: PageMatch | null;
  /** Margin could be allowed here, and is not yet. */
  askable: boolean;
  drafts: Record<string, NoteDraft>;
}

/** Reads the page that `popup.html` was opened for; `?tab=ID` names its tab where it stands in its own window. */
export async function readNotedPage(search: string): Promise<NotedPage> {
  const pending = await takePendingNote();
  const asked = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
  const tabId = pending?.tabId ?? asked;
  const tab = Number.isInteger(tabId) ? await tabById(tabId) : await activeTab();
  const [selected, match, drafts] = await Promise.all([
    tab && !pending ? readSelection(tab.id) : null,
    tab ? readPage(tab.id) : null,
    readDrafts(),
  ]);
  const url = pending?.url || selected?.url || tab?.url || '';
  return {
    tabId: tab?.id ?? null,
    url: webOnly(url),
    title: pending?.title || selected?.title || titleOf(tab),
    quote: pending?.text || selected?.text || '',
    match,
    askable: siteOf(url) !== null && !(await isAllowed(url)),
    drafts,
  };
}

/** The browser's own pages are nothing to note; theirs would be a dead link. */
const webOnly = (url: string) => (/^https?:/.test(url) ? url : '');
const titleOf = (tab: TabRef | null) => (tab && webOnly(tab.url) ? tab.title : '');
