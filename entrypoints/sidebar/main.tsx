import '@/components/base.css';
import '@/components/due/due.css';
import '@/components/search/search.css';
import '@/components/sidebar/sidebar.css';
import '@/components/sidebar/parts.css';
import '@/components/sidebar/views.css';
import '@/components/retention/retention.css';
import { readPage, watchPage } from '@/utils/browser/current-page';
import { sendMessage } from '@/utils/browser/messages';
import { guardFrame } from '@/utils/ui/guard/guard';
import { expectLocale } from '@/utils/ui/language';
import { mountSidebar, mountTrouble } from '@/utils/ui/mount';

let covered = false;
let onCovered = (_: boolean) => {};
guardFrame(window, (now) => {
  covered = now;
  onCovered(now);
});

/**
 * The margin frame inside a web page. Its address is no secret, so until the background confirms that our own
 * content script put it here (a nonce that serves once) nothing is opened and nothing is drawn.
 */
const sandboxed = self.origin === 'null'; // a page in a CSP sandbox makes us one too: no database; the panel serves there
const nonce = sandboxed ? '' : location.hash.slice(1);
const root = document.getElementById('app');
if (nonce !== '') expectLocale(navigator.languages);
const welcome = nonce === '' ? null : await sendMessage('frameHello', { nonce }).catch(() => null);

if (root && welcome?.ok) {
  const { tabId, databaseId } = welcome;
  await mountSidebar({
    root,
    databaseId,
    inPage: true,
    tabId: () => tabId,
    watchCover: (tell) => {
      onCovered = tell;
      tell(covered);
    },
    watch: (onMatch) => {
      watchPage(tabId, onMatch);
      void readPage(tabId).then(onMatch);
    },
  });
} else if (root && welcome?.ok === false && welcome.reason === 'database-unavailable') {
  await mountTrouble(root);
}
