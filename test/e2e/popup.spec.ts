import type { Page } from '@playwright/test';
import type { Session } from '../tools/session.ts';
import { expect, test, title } from './support.ts';

/** The popup as the button opens it, in a tab: a test cannot press the browser's own buttons. */
async function openPopup(session: Session): Promise<Page> {
  const worker = await session.browser.worker();
  const tabs = await worker.evaluate(() => chrome.tabs.query({}));
  const tab = tabs.find(({ url }) => url === session.page.url());
  return session.ownPage(`popup.html?tab=${tab?.id}`);
}

test('a note from the popup is in the margin at once, with its page', async ({ session }) => {
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Brightwater Foods');
  const popup = await openPopup(session);
  await expect(popup.getByText('Brightwater Foods').first()).toBeVisible();
  // The site is allowed already: there is nothing to ask for.
  await expect(popup.getByRole('button', { name: session.text('popup_siteAllow') })).toHaveCount(0);
  await popup
    .getByRole('textbox', { name: session.text('popup_note') })
    .fill('Ask the carrier for a call list');
  await popup.keyboard.press('Control+Enter');
  await expect(popup.getByText(session.text('popup_saved', { NAME: 'Brightwater Foods' }))).toBeVisible();
  await session.page.bringToFront();
  await expect(margin.locator('body')).toContainText('Ask the carrier for a call list');
});

test('the popup finds a customer by pinyin initials as one types', async ({ session }) => {
  await session.open('inbox', 'fair-news');
  const popup = await openPopup(session);
  const change = popup.getByRole('button', { name: session.text('popup_change') });
  if (await change.isVisible()) await change.click();
  await popup.getByRole('combobox', { name: session.text('popup_who') }).fill('hxwl');
  await popup.getByRole('option').filter({ hasText: '恒信物流' }).click();
  await popup.getByRole('textbox', { name: session.text('popup_note') }).fill('展会上见');
  await popup.keyboard.press('Control+Enter');
  await expect(popup.getByText(session.text('popup_saved', { NAME: '恒信物流有限公司' }))).toBeVisible();
  await session.open('inbox', 'delivery-q4');
  await expect((await session.margin()).locator('body')).toContainText('展会上见');
});

test('"Note this about…" hands the marked text to the popup', async ({ session }) => {
  await session.open('inbox', 'renewal');
  await expect(title(await session.margin())).toHaveText('Brightwater Foods');
  const opened = session.browser.context.waitForEvent('page', { timeout: 10_000 });
  const worker = await session.browser.worker();
  // A browser that cannot open its popup here: then it is a small window, which a test can see.
  await worker.evaluate(() => {
    chrome.action.openPopup = () => Promise.reject(new Error('no popup'));
  });
  await worker.evaluate(async () => {
    const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url?.includes('/mail/inbox/renewal'));
    const info = { menuItemId: 'note-about', selectionText: 'about 6% below yours', pageUrl: tab?.url ?? '' };
    const event = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: object): void };
    event.dispatch({ editable: false, ...info }, tab ?? {});
  });
  const popup = await opened;
  await popup.waitForLoadState();
  await expect(popup.getByText('about 6% below yours')).toBeVisible();
});
