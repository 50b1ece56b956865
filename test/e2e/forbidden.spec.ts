import type { Session } from '../tools/session.ts';
import { expect, test, title } from './support.ts';

/** Pages that forbid the margin: the browser's own panel takes its place. */
const MAIL = `<!doctype html><meta charset="utf-8"><title>Quote</title><link rel="icon" href="data:,"><body><main>
  <article><header><h1>Quote</h1><b>Claire Dubois</b> &lt;claire@atelier-dubois.example&gt;</header>
  <p>The second season's quote is below.</p></article></main>`;

async function openWith(session: Session, headers: Record<string, string>): Promise<void> {
  await session.page.route('**/forbidding', (route) =>
    route.fulfill({ contentType: 'text/html', headers, body: MAIL }),
  );
  await session.page.goto(`${session.mailbox.origin}/forbidding`);
}

/** What the action button opens on the tab in front: '' where a click goes to the extension itself. */
async function popupHere(session: Session): Promise<string> {
  const worker = await session.browser.worker();
  return worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}/forbidding` });
    return tab?.id === undefined ? 'no tab' : chrome.action.getPopup({ tabId: tab.id });
  }, session.mailbox.origin);
}

for (const [name, headers] of [
  ['only embeds what agrees to it (COEP)', { 'Cross-Origin-Embedder-Policy': 'require-corp' }],
  ['is a sandbox (CSP)', { 'Content-Security-Policy': 'sandbox allow-scripts' }],
] as Array<[string, Record<string, string>]>) {
  test(`a page that ${name}: the button opens the panel, which shows the person and takes a note`, async ({
    session,
  }) => {
    await openWith(session, headers);
    await expect.poll(() => popupHere(session), { timeout: 10_000 }).toBe('');
    // A headless browser has no panel beside its tabs: its document is opened as a tab that follows the one in front.
    const panel = await session.ownPage('sidepanel.html');
    await session.page.bringToFront();
    await expect(title(panel.mainFrame())).toHaveText('Atelier Dubois', { timeout: 10_000 });
    await panel.locator('#note-text').fill('asked for the second season');
    await panel.locator('#note-text').press('Control+Enter');
    await expect(panel.locator('article').first()).toContainText('asked for the second season');
    // The next page forbids nothing: the margin is back.
    await session.open('inbox', 'renewal');
    await expect(title(await session.margin())).toHaveText('Brightwater Foods');
    await expect(title(panel.mainFrame())).toHaveText('Brightwater Foods');
  });
}

test('on the left, where the reader wants it: the page gives way there and gets its room back', async ({
  session,
}) => {
  const worker = await session.browser.worker();
  await worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), side: 'left' } });
  });
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Brightwater Foods');
  const left = () => session.page.locator('.app').evaluate((app) => app.getBoundingClientRect().left);
  await expect.poll(left).toBeGreaterThanOrEqual(320);
  await title(margin).click();
  await session.page.keyboard.press('Escape');
  await expect(margin.locator('.rail')).toBeVisible();
  await expect.poll(left).toBeLessThan(60);
});
