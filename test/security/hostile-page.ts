import type { Page } from '@playwright/test';
import type { Session } from '../tools/session.ts';

/** Things the margin knows of the customer that the hostile page names, none of which stands in the page. */
export const SECRETS = ['恒信物流有限公司', 'HX-1007', '瓦楞箱', '丰茂路', '马晓东', '仓库仍不满意'];
/** A character of the secrets, and one that the page itself shows, to prove that the font trap catches. */
const SECRET_CHARACTER = '瓦';
const OWN_CHARACTER = '龘';

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

/** A page with a customer's mail on it, that tries to find out what Margin shows beside it. */
const HTML = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>Mail</title><link rel="icon" href="data:,">
<style>
@font-face { font-family: trap; src: url('/trap/secret'); unicode-range: U+${hex(SECRET_CHARACTER)}; }
@font-face { font-family: trap; src: url('/trap/own'); unicode-range: U+${hex(OWN_CHARACTER)}; }
* { font-family: trap, sans-serif !important; }
</style>
<main><article><header><h1>您好</h1><div><b>周敏</b> <span>&lt;zhou.min@hengxin-logistics.example&gt;</span></div></header>
<p>${OWN_CHARACTER}</p></article></main><input id="own-field">
<script>
window.learned = { keys: [], messages: [], frames: [], hosts: [] };
for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput', 'paste', 'focusin', 'copy'])
  window.addEventListener(type, (event) => learned.keys.push(event.key ?? event.data ?? type), true);
window.addEventListener('message', (event) => learned.messages.push(JSON.stringify(event.data) ?? 'nothing'));
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes)
    if (node.parentNode === document.documentElement) learned.hosts.push(node);
}).observe(document.documentElement, { childList: true });
new PerformanceObserver((list) => {
  for (const { name } of list.getEntries()) if (name.startsWith('chrome-extension:')) learned.frames.push(name);
}).observe({ type: 'resource', buffered: true });
</script>`;

export interface Trap {
  page: Page;
  /** Which trap fonts the page was made to load. */
  fonts: string[];
}

/** Serves the hostile page on the mailbox's origin, which the user has allowed, and opens it. */
export async function openHostile(session: Session): Promise<Trap> {
  const { page } = session;
  const fonts: string[] = [];
  await page.route('**/trap/*', (route) => {
    fonts.push(route.request().url().split('/').at(-1) ?? '');
    return route.fulfill({ status: 404 });
  });
  await page.route('**/hostile', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
  await page.goto(`${session.mailbox.origin}/hostile`);
  return { page, fonts };
}

/** All that a script of the page can read: its text, markup, selection, frames, and what its traps caught. */
export function readAll(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { learned } = window as unknown as {
      learned: { messages: string[]; frames: string[]; hosts: Element[] };
    };
    getSelection()?.selectAllChildren(document.documentElement);
    const roots = learned.hosts.map((host) => host.shadowRoot?.innerHTML ?? '');
    const entries = performance.getEntries().map((entry) => JSON.stringify(entry));
    const parts = [
      document.documentElement.outerHTML,
      String(getSelection()),
      document.title,
      ...learned.messages,
    ];
    return [...parts, ...roots, ...entries, ...Object.keys(window)].join('\n');
  });
}
