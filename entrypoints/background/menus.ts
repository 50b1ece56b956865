import { browser } from '@/utils/browser/api';
import { PENDING_NOTE_KEY, type PendingNote } from '@/utils/browser/pending-note';
import { t } from '@/utils/i18n';
import { useLanguage } from './language';

const NOTE = 'note-about';
const MAX_SELECTION = 10_000;

/** Makes the menu in the user's language; made anew, since the browser keeps it between starts. */
export async function makeMenus(): Promise<void> {
  await useLanguage();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: NOTE,
    title: t('menu_note_about'),
    contexts: ['page', 'selection', 'link'],
  });
}

/** "Note this about…": what was selected waits in the session for the popup, which asks whom it is about. */
export function listenToMenus(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== NOTE || tab?.id === undefined) return;
    void noteAbout(tab.id, {
      tabId: tab.id,
      text: (info.selectionText ?? '').slice(0, MAX_SELECTION),
      url: info.pageUrl ?? tab.url ?? '',
      title: tab.title ?? '',
    });
  });
}

async function noteAbout(tabId: number, note: PendingNote): Promise<void> {
  await browser.storage.session.set({ [PENDING_NOTE_KEY]: note });
  try {
    await browser.action.openPopup();
  } catch {
    // Not every browser opens the popup without the button (or the window lost the focus): a small window serves.
    const url = browser.runtime.getURL(`popup.html?tab=${tabId}&from=menu`);
    await browser.windows.create({ url, type: 'popup', width: 420, height: 640 });
  }
}
