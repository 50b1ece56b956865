import type { Frame, Page } from '@playwright/test';
import type { Session } from '../tools/session.ts';
import { openHostile, readAll, SECRETS, type Trap } from './hostile-page.ts';
import { expect, test, title, writeNote } from './support.ts';

/** The hostile page open, and the margin beside it showing the customer: there is something to steal. */
async function withMargin(session: Session): Promise<Trap & { margin: Frame }> {
  const trap = await openHostile(session);
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('恒信物流有限公司');
  return { ...trap, margin };
}

const framesOfOurs = (page: Page): Frame[] =>
  page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));

/** What the extension's frames other than the margin show. */
async function shownElsewhere(page: Page, margin: Frame): Promise<string> {
  const texts = framesOfOurs(page)
    .filter((frame) => frame !== margin)
    .map((frame) => frame.evaluate(() => document.documentElement.outerHTML).catch(() => ''));
  return (await Promise.all(texts)).join('\n');
}

test('the page finds none of it: search, selection, markup, timing entries', async ({ session }) => {
  const { page } = await withMargin(session);
  const find = (text: string) =>
    page.evaluate((words) => (window as unknown as { find(text: string): boolean }).find(words), text);
  expect(await find('周敏')).toBe(true);
  for (const secret of SECRETS) expect(await find(secret), secret).toBe(false);
  const readable = await readAll(page);
  expect(readable).toContain('zhou.min@hengxin-logistics.example');
  for (const secret of SECRETS) expect(readable, secret).not.toContain(secret);
});

test('the page’s fonts do not learn which characters the margin holds', async ({ session }) => {
  const { page, fonts, margin } = await withMargin(session);
  await expect(margin.locator('body')).toContainText('瓦');
  await expect.poll(() => fonts).toContain('own');
  await page.waitForTimeout(300);
  expect(fonts).not.toContain('secret');
});

test('what is typed in the margin does not reach the page’s listeners', async ({ session }) => {
  const { page, margin } = await withMargin(session);
  const heard = () =>
    page.evaluate(() => (window as unknown as { learned: { keys: string[] } }).learned.keys.splice(0));
  await page.locator('#own-field').pressSequentially('ab');
  expect(await heard()).toContain('a');
  await margin.locator('#note-text').pressSequentially('secret');
  await writeNote(margin, 'secret words');
  expect((await heard()).filter((key) => key !== 'focusin')).toEqual([]);
});

test('the sidebar embedded by the page shows nothing: by its static address, and by any that leaked', async ({
  session,
}) => {
  const { page, margin } = await withMargin(session);
  const addresses = await page.evaluate((id) => {
    const { frames } = (window as unknown as { learned: { frames: string[] } }).learned;
    const leaked = [...new Set(frames)];
    const bare = leaked.map((address) => address.split('#')[0] ?? '');
    const fixed = ['sidebar.html', 'sidepanel.html', 'popup.html', 'dashboard.html'];
    return [...leaked, ...bare, ...fixed.map((name) => `chrome-extension://${id}/${name}`)];
  }, session.browser.extensionId);
  // The page knows less than this test: the margin's own address, with its spent secret, is tried as well.
  for (const address of [...addresses, margin.url(), margin.url().split('#')[0] ?? ''])
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src, width: 400, height: 600 }));
    }, address);
  await page.waitForTimeout(1_500);
  const shown = await shownElsewhere(page, margin);
  for (const secret of SECRETS) expect(shown, secret).not.toContain(secret);
  await expect(title(margin)).toHaveText('恒信物流有限公司');
});

test('forged messages from the page change nothing and are answered by nothing', async ({ session }) => {
  const { page, margin } = await withMargin(session);
  const before = await margin.locator('article').textContent();
  await page.evaluate(() => {
    const forged = ['setCollapsed', 'frameHello', 'orderFrame', 'pageSeen', 'lookAgain', 'revealRow'].flatMap(
      (type) => [
        { type, data: { collapsed: true, show: false, nonce: '' } },
        { id: 1, type, data: null, timestamp: Date.now() },
      ],
    );
    const windows = [window, ...Array.from({ length: window.length }, (_, at) => window[at])];
    for (const target of windows)
      for (const message of forged) (target as Window | undefined)?.postMessage(message, '*');
    for (const message of forged) dispatchEvent(new CustomEvent(message.type, { detail: message.data }));
  });
  await page.waitForTimeout(500);
  await expect(margin.locator('article')).toHaveText(before ?? '');
  const reach = await page.evaluate(() => {
    const { chrome: api } = window as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } };
    return typeof api?.runtime?.sendMessage;
  });
  expect(reach).toBe('undefined');
});

test('even a script that took over the content script’s world gets no customer data', async ({ session }) => {
  const { page, margin } = await withMargin(session);
  const worker = await session.browser.worker();
  const answers = await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const types = [
      'frameHello',
      'setCollapsed',
      'revealRow',
      'remindersChanged',
      'useHere',
      'frameCheck',
      'frameLost',
    ];
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      args: [types],
      func: async (all: string[]) => {
        const ask = (type: string) =>
          chrome.runtime
            .sendMessage({
              id: 1,
              type,
              data: { nonce: '', collapsed: true, value: '', tabId: 1 },
              timestamp: 1,
            })
            .catch(String);
        const replies = await Promise.all(all.map(ask));
        const session = await chrome.storage.session.get(null).catch(String);
        const databases = await indexedDB.databases();
        return JSON.stringify([replies, session, await chrome.storage.local.get(null), databases]);
      },
    });
    return String(result?.result);
  }, page.url());
  expect(answers).toContain('refused frameHello');
  for (const secret of SECRETS) expect(answers, secret).not.toContain(secret);
  expect(answers).not.toContain('"margin"');
  await expect(margin.locator('.rail')).toHaveCount(0);
});

test('the page cannot put another page where the margin stands', async ({ session }) => {
  const { page } = await withMargin(session);
  await page.evaluate(() => {
    for (let at = 0; at < window.length; at++) (window[at] as Window).location.href = '/trap/phishing';
    const { hosts } = (window as unknown as { learned: { hosts: Element[] } }).learned;
    for (const host of hosts) host.remove();
  });
  await page.waitForTimeout(800);
  const strange = page
    .frames()
    .filter((frame) => frame !== page.mainFrame() && frame.url().includes('/trap/'));
  expect(strange).toEqual([]);
});
