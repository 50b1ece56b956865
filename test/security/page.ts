import type { Frame, Page } from '@playwright/test';
import { NAMED } from '../tools/named.ts';
import type { Session } from '../tools/session.ts';
import type { Attack, Group } from './attack.ts';
import { openHostile, readAll, SECRETS, type Trap } from './hostile-page.ts';
import { Subject } from './mutant.ts';

/** A margin that keeps what it shows in the page's own document as well, and answers whoever asks. */
const LEAK_IN_PAGE = `
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function () {
    const root = attach.call(this, { mode: 'open' });
    const copy = document.createElement('div');
    copy.style.cssText = 'position:absolute;top:0;font-family:trap;z-index:-1';
    addEventListener('message', ({ data }) => {
      if (data?.shown) { copy.textContent = data.shown; root.append(copy); }
      if (data?.key) copy.dispatchEvent(new KeyboardEvent('keydown', { key: data.key, bubbles: true, composed: true }));
      if (data?.type) chrome.runtime.sendMessage(data).catch(() => undefined);
    });
    return root;
  };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type !== 'load' || this.tagName !== 'IFRAME') listen.call(this, type, ...rest);
  };`;
const LEAK_FROM_FRAME = `
  addEventListener('keydown', ({ key }) => parent.postMessage({ key }, '*'), true);
  setInterval(() => parent.postMessage({ shown: document.body.innerText }, '*'), 200);`;

function fixedAddresses(manifest: Record<string, unknown>): void {
  for (const entry of manifest.web_accessible_resources as Array<Record<string, unknown>>)
    entry.use_dynamic_url = false;
}

const subject = new Subject({
  manifest: fixedAddresses,
  before: {
    'background.js': `chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' });`,
    'margin.js': LEAK_IN_PAGE,
  },
  sidebar: LEAK_FROM_FRAME,
});

type Ground = Trap & { session: Session; margin: Frame };

/** The hostile page open, and the margin beside it showing the customer: there is something to steal. */
async function ground(defended: boolean): Promise<Ground> {
  const session = await subject.session(defended);
  const trap = await openHostile(session);
  const margin = await session.margin();
  await margin.locator('h1', { hasText: '恒信物流有限公司' }).waitFor({ timeout: 10_000 });
  await trap.page.waitForTimeout(500);
  return { ...trap, session, margin };
}

const attack = (name: string, steal: (on: Ground) => Promise<string | null>): Attack => ({
  name,
  attempt: async (defended) => steal(await ground(defended)),
});

const secretIn = (text: string): string | null => SECRETS.find((secret) => text.includes(secret)) ?? null;

const finds = (page: Page, text: string): Promise<boolean> =>
  page.evaluate((words) => (window as unknown as { find(text: string): boolean }).find(words), text);

const reading: readonly Attack[] = [
  attack('window.find', async ({ page }) => {
    if (!(await finds(page, '周敏'))) throw new Error('the search finds not even the page’s own words');
    for (const secret of SECRETS) if (await finds(page, secret)) return secret;
    return null;
  }),
  attack('selection, markup, messages, timing entries', async ({ page }) => {
    const text = await readAll(page);
    if (!text.includes('zhou.min@hengxin-logistics.example')) throw new Error('the trap does not read');
    return secretIn(text);
  }),
  attack('@font-face with a unicode-range', async ({ fonts, page }) => {
    await page.waitForTimeout(300);
    if (!fonts.includes('own')) throw new Error('the trap does not catch');
    return fonts.includes('secret') ? 'a character that the margin holds' : null;
  }),
  attack('listening to keys', async ({ page, margin }) => {
    const heard = () =>
      page.evaluate(() => (window as unknown as { learned: { keys: string[] } }).learned.keys.splice(0));
    await page.locator('#own-field').pressSequentially('ab');
    if (!(await heard()).includes('a')) throw new Error('the trap does not hear');
    await margin.locator('#note-text').pressSequentially('sesame');
    await page.waitForTimeout(200);
    await margin.locator('#note-text').fill('');
    return (await heard()).find((key) => key !== 'focusin') ?? null;
  }),
  attack('text fragments', async ({ page, margin }) => {
    // A fragment that matched scrolls the page to it: the words would stand at its very end.
    const at = await page.evaluate(async (words) => {
      const host = document.documentElement.lastElementChild;
      const found = host?.shadowRoot?.textContent?.includes(words) ?? false;
      location.hash = `#:~:text=${encodeURIComponent(words)}`;
      await new Promise((done) => setTimeout(done, 300));
      return { found, scrolled: scrollX + scrollY };
    }, SECRETS[0] ?? '');
    const inFrame = await margin.evaluate(() => document.querySelector('.margin-body')?.scrollTop ?? 0);
    return at.found || at.scrolled > 0 || inFrame > 0 ? 'whether the words are there' : null;
  }),
];

const framesOfOurs = (page: Page, margin: Frame): Frame[] =>
  page.frames().filter((frame) => frame.url().startsWith('chrome-extension:') && frame !== margin);

/** What the page knows of addresses, and more than it can know: the margin's own, with its spent secret. */
async function addresses({ page, margin, session }: Ground): Promise<string[]> {
  const leaked = await page.evaluate(
    () => (window as unknown as { learned: { frames: string[] } }).learned.frames,
  );
  const fixed = ['sidebar.html', 'sidepanel.html', 'popup.html', 'dashboard.html'];
  const known = [...leaked, margin.url()];
  return [
    ...known,
    ...known.map((one) => one.split('#')[0] ?? ''),
    ...fixed.map((name) => session.browser.url(name)),
  ];
}

const embed = (page: Page, all: readonly string[]): Promise<void> =>
  page.evaluate((urls) => {
    for (const src of urls)
      document.body.append(Object.assign(document.createElement('iframe'), { src, width: 400, height: 600 }));
  }, all);

const framing: readonly Attack[] = [
  attack('the sidebar embedded by its fixed address', async ({ page, margin, session }) => {
    await embed(page, [session.browser.url('sidebar.html')]);
    await page.waitForTimeout(1_000);
    return framesOfOurs(page, margin).some((frame) => frame.url().includes('sidebar.html'))
      ? 'a margin of its own'
      : null;
  }),
  attack('another page put where the margin stands', async ({ page }) => {
    await page.evaluate(() => {
      const frame = document.documentElement.lastElementChild?.shadowRoot?.querySelector('iframe');
      for (const inside of [
        frame?.contentWindow,
        ...Array.from({ length: window.length }, (_, at) => window[at]),
      ])
        if (inside) inside.location.href = '/trap/phishing';
    });
    await page.waitForTimeout(800);
    const strange = page.frames().find((frame) => frame.url().includes('/trap/phishing'));
    return strange ? 'a form that looks like Margin' : null;
  }),
  attack('forged messages', async ({ page, margin }) => {
    await page.evaluate(() => {
      const types = [
        'setCollapsed',
        'frameHello',
        'orderFrame',
        'pageSeen',
        'pageGone',
        'lookAgain',
        'revealRow',
      ];
      const forged = types.map((type) => ({
        id: 1,
        type,
        timestamp: 1,
        data: { collapsed: true, show: false, nonce: '', left: true, loadedAt: performance.timeOrigin },
      }));
      for (const message of forged) {
        postMessage(message, '*');
        dispatchEvent(new CustomEvent(message.type, { detail: message.data }));
      }
    });
    await page.waitForTimeout(700);
    const shown = await margin
      .locator('h1')
      .first()
      .textContent({ timeout: 1_000 })
      .catch(() => null);
    return shown === '恒信物流有限公司' ? null : 'the margin taken away';
  }),
  attack('a script that took over the content script’s world', async ({ session, page }) => {
    const told = await fromIsolatedWorld(session, page.url());
    return secretIn(told) ?? (told.includes('customerId') ? 'who of the page is a customer' : null);
  }),
];

/** Runs in the content script's world whatever could give customers away; returns all that came back. */
async function fromIsolatedWorld(session: Session, address: string): Promise<string> {
  const worker = await session.browser.worker();
  await worker.evaluate(NAMED);
  return worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: async () => {
        const types = [
          'frameHello',
          'setCollapsed',
          'revealRow',
          'remindersChanged',
          'useHere',
          'pageOf',
          'frameCheck',
        ];
        const data = { nonce: '', collapsed: true, value: '', tabId: 1 };
        const replies = await Promise.all(
          types.map((type) => chrome.runtime.sendMessage({ id: 1, type, data, timestamp: 1 }).catch(String)),
        );
        const stored = await chrome.storage.session.get(null).catch(String);
        return JSON.stringify([
          replies,
          stored,
          await chrome.storage.local.get(null),
          await indexedDB.databases(),
        ]);
      },
    });
    return String(result?.result);
  }, address);
}

export const hostilePage: Group = {
  name: 'A hostile page beside the margin',
  short: false,
  attacks: [...reading, ...framing],
  close: subject.close,
};

/** The second lock: an address that leaked opens nothing, since its secret served once. */
const anyFrame = new Subject({
  manifest: fixedAddresses,
  replace: [[/return\{ok:!1,reason:`unknown-frame`\}/, ';']],
});

const embedded: Attack = {
  name: 'the sidebar embedded by an address that leaked',
  attempt: async (defended) => {
    const session = await anyFrame.session(defended);
    const { page } = await openHostile(session);
    const margin = await session.margin();
    await margin.locator('h1', { hasText: '恒信物流有限公司' }).waitFor({ timeout: 10_000 });
    await embed(page, await addresses({ page, margin, session, fonts: [] }));
    const until = Date.now() + 3_000;
    while (Date.now() < until) {
      const texts = framesOfOurs(page, margin).map((frame) =>
        frame.evaluate(() => document.documentElement.outerHTML).catch(() => ''),
      );
      const secret = secretIn((await Promise.all(texts)).join('\n'));
      if (secret) return secret;
      await page.waitForTimeout(200);
    }
    return null;
  },
};

export const spentSecret: Group = {
  name: 'The frame’s secret',
  short: false,
  attacks: [embedded],
  close: anyFrame.close,
};
