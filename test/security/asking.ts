import type { Page } from '@playwright/test';
import { openRail } from '../tools/browser.ts';
import { NAMED } from '../tools/named.ts';
import type { Session } from '../tools/session.ts';
import type { Attack, Group } from './attack.ts';
import { Subject } from './mutant.ts';

/** A margin that answers for ever. */
const subject = new Subject({ replace: [[/\.answersLeft>=1/, '.answersLeft>=-1e9']] });

/** Of the sample: none stands in the page before it is guessed. */
const KNOWN = [
  'zhou.min@hengxin-logistics.example',
  'oliver.grant@brightwater-foods.example',
  'claire@atelier-dubois.example',
  'chen.li@jiangnan-ceramics.example',
  'gu.siyuan@lanting-gifts.example',
  'he.wanqing@yunling-tea.example',
  'ingrid@fjordlys.example',
  'priya.nair@saffron-lane.example',
  'ruth@calder-finch.example',
  'sofia.marques@postbox.example',
  'xu.jingyi@beichen-precision.example',
];
/** Whom the margin shows for the last of them. */
const LAST = '北辰精密仪器';
/** More than a tab may ask at once. */
const FLOOD = 1_600;
/** The margin answers in a tenth of this; the page cannot wait longer, or what it may ask grows again. */
const LOOK_MS = 600;
const FIRST_LOOK_MS = 8_000;

const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title><link rel="icon" href="data:,">
<main><article><header><h1>Hello</h1><div><b id="name"></b> <span id="address"></span></div></header><p>Hello</p></article></main>
<script>
let count = 0;
window.show = (address) => {
  history.pushState(null, '', '/asking?' + ++count);
  document.getElementById('name').textContent = 'Somebody';
  document.getElementById('address').textContent = '<' + address + '>';
};
const wide = () => [...document.documentElement.children].some((one) => one.tagName === 'DIV' && one.offsetWidth > 200);
/** What the page can tell of an address: whether the margin opens beside it. */
window.isKnown = async (address, ms) => {
  show('nobody' + count + '@nowhere.example');
  for (const until = performance.now() + ms; wide() && performance.now() < until; ) await new Promise(requestAnimationFrame);
  show(address);
  for (const until = performance.now() + ms; performance.now() < until; ) {
    if (wide()) return true;
    await new Promise(requestAnimationFrame);
  }
  return false;
};
</script>`;

async function openAsking({ page, mailbox }: Session): Promise<void> {
  await page.route('**/asking*', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
  await page.goto(`${mailbox.origin}/asking`);
}

/** The flood takes the short way, from the content script's world, as a page could in some minutes with its own text. */
async function flood(session: Session): Promise<void> {
  const worker = await session.browser.worker();
  await worker.evaluate(NAMED);
  await worker.evaluate(
    async ({ url, count }) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(url));
      await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        args: [count],
        func: async (times: number) => {
          for (let at = 0; at < times; at++) {
            const value = `guess${at}@flood.example`;
            const candidate = {
              kind: 'email',
              value,
              role: 'counterpart',
              confidence: 0.9,
              evidence: 'header',
            };
            const sighting = {
              ...{ url: location.href, title: '', site: null, ownSeen: [], list: false },
              ...{ loadedAt: performance.timeOrigin, candidates: [candidate] },
            };
            await chrome.runtime.sendMessage({
              id: 1,
              type: 'pageSeen',
              data: sighting,
              timestamp: Date.now(),
            });
          }
        },
      });
    },
    { url: `${session.mailbox.origin}/asking`, count: FLOOD },
  );
}

const isKnown = (page: Page, address: string, ms = LOOK_MS): Promise<boolean> =>
  page.evaluate(
    ([text, forMs]) =>
      (window as unknown as { isKnown(text: string, ms: number): Promise<boolean> }).isKnown(text, forMs),
    [address, ms] as const,
  );

const enumeration: Attack = {
  name: 'one address shown after the other, to see for which the margin opens',
  attempt: async (defended) => {
    const session = await subject.session(defended);
    await openAsking(session);
    const [first = '', ...guesses] = KNOWN;
    if (!(await isKnown(session.page, first, FIRST_LOOK_MS)))
      throw new Error('the page cannot even tell its first guess');
    await flood(session);
    const found: string[] = [];
    for (const address of guesses) if (await isKnown(session.page, address)) found.push(address);
    if (defended) await expectServed(session);
    return found.length > guesses.length / 2 ? `${found.length} of ${guesses.length} customers` : null;
  },
};

/** What the page may not see, its user does. */
async function expectServed({ margin }: Session): Promise<void> {
  const frame = await margin();
  await openRail(frame);
  const name = await frame.locator('h1').first().textContent({ timeout: 5_000 });
  if (name !== LAST) throw new Error(`the user is shown ${name} in the place of ${LAST}`);
}

export const asking: Group = {
  name: 'A page that asks and asks',
  short: false,
  attacks: [enumeration],
  close: subject.close,
};
