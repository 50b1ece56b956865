import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { type Launched, launchWithExtension } from '../tools/browser.ts';
import { ensureBuilt } from '../tools/build.ts';
import { startMailbox } from '../tools/mailbox/server.ts';
import { controlExtension } from './control.ts';
import { longestTask } from './longest-task.ts';
import { atMost, median, type Row, shuffled, told } from './table.ts';

/** Which script the mailbox carries under `/<variant>/`: none, ours, or the control. One tab goes through all. */
const VARIANTS = ['none', 'ours', 'k100'] as const;
type Variant = (typeof VARIANTS)[number];

const WARM_UP = 3;
const ROUNDS = 40;
const NAVIGATIONS_PER_ROUND = 2;
/** Long enough for every deferred scan to have run. */
const SETTLE_MS = 350;
const MAILS = ['renewal', 'damaged-pallets', 'quote-request', 'second-season', 'delivery-q4', 'tea-box'];

/** CPU milliseconds: of a load all that the page's main thread did, of navigations script alone. */
interface Round {
  load: number;
  navigation: number;
}
type Rounds = Record<Variant, Round[]>;

interface Tab {
  page: Page;
  session: CDPSession;
  origin: string;
}

async function metric(tab: Tab, name: 'TaskDuration' | 'ScriptDuration'): Promise<number> {
  const { metrics } = await tab.session.send('Performance.getMetrics');
  return (metrics.find((one) => one.name === name)?.value ?? 0) * 1000;
}

const mailOf = (step: number): string => MAILS[step % MAILS.length] ?? '';

/** A load starts the page's counters anew (2026-11, Chromium 156): what they show afterwards is its cost. */
async function costOfLoad(tab: Tab, variant: Variant, step: number): Promise<number> {
  await tab.page.goto(`${tab.origin}/${variant}/mail/inbox/${mailOf(step)}`);
  await tab.page.waitForTimeout(SETTLE_MS);
  return metric(tab, 'TaskDuration');
}

/** Opens a mail as a click does, without a load. The click itself is the same script in every variant. */
async function costOfNavigation(tab: Tab, step: number): Promise<number> {
  const mail = mailOf(step);
  const before = await metric(tab, 'ScriptDuration');
  await tab.page.evaluate((id) => document.querySelector<HTMLElement>(`.row[href$="/${id}"]`)?.click(), mail);
  await tab.page.waitForTimeout(SETTLE_MS);
  if (!tab.page.url().endsWith(`/${mail}`)) throw new Error(`the click on ${mail} opened nothing`);
  return (await metric(tab, 'ScriptDuration')) - before;
}

async function roundOf(tab: Tab, variant: Variant, first: number): Promise<Round> {
  const load = await costOfLoad(tab, variant, first);
  let navigation = 0;
  for (let step = 1; step <= NAVIGATIONS_PER_ROUND; step++)
    navigation += await costOfNavigation(tab, first + step);
  return { load, navigation: navigation / NAVIGATIONS_PER_ROUND };
}

async function measure(tab: Tab): Promise<Rounds> {
  const rounds: Rounds = { none: [], ours: [], k100: [] };
  for (let count = -WARM_UP; count < ROUNDS; count++)
    for (const variant of shuffled(VARIANTS)) {
      const round = await roundOf(tab, variant, count + WARM_UP);
      if (count >= 0) rounds[variant].push(round);
    }
  return rounds;
}

/** Median over rounds of what a variant cost more than none: each round opens the same mails in all variants. */
const over = (rounds: Rounds, variant: Variant, part: keyof Round): number =>
  median(rounds[variant].map((round, index) => round[part] - (rounds.none[index]?.[part] ?? Number.NaN)));

function rowsOf(rounds: Rounds, controlBytes: number): Row[] {
  const none = (part: keyof Round) => median(rounds.none.map((round) => round[part]));
  const more = (variant: Variant, part: keyof Round) => `${over(rounds, variant, part).toFixed(2)} ms more`;
  const share = over(rounds, 'ours', 'load') / over(rounds, 'k100', 'load');
  return [
    told('page load without a script, CPU', `${none('load').toFixed(1)} ms`),
    told(`page load, control script of ${(controlBytes / 1000).toFixed(0)} kB`, more('k100', 'load')),
    told('page load, ours', more('ours', 'load')),
    atMost('page load, ours ÷ control', share, 0.5, ''),
    told('in-app navigation without, script', `${none('navigation').toFixed(2)} ms`),
    told('in-app navigation, control', more('k100', 'navigation')),
    atMost('in-app navigation, our script', over(rounds, 'ours', 'navigation'), 0.3, 'ms'),
  ];
}

/** Worlds of the extension in a page: none where it was not allowed. */
async function scriptsIn(context: BrowserContext, url: string, extensionId: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let worlds = 0;
  session.on('Runtime.executionContextCreated', ({ context: made }) => {
    if (made.origin === `chrome-extension://${extensionId}`) worlds++;
  });
  await session.send('Runtime.enable');
  await page.goto(url);
  await page.waitForTimeout(SETTLE_MS);
  await page.close();
  return worlds;
}

/** Holds our registered script to one path, as no user can (and Chromium only without fallback frames), so that one tab can go with and without it. */
async function onlyUnder(browser: Launched, match: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    async (matches) => {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      await chrome.scripting.updateContentScripts(
        scripts.map((script) => ({ ...script, matches, matchOriginAsFallback: false })),
      );
    },
    [match],
  );
}

async function pageRows(browser: Launched, origin: string, controlBytes: number): Promise<Row[]> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const url = (variant: Variant) => `${origin}/${variant}/mail/inbox/renewal`;
  const worlds = (variant: Variant) => scriptsIn(browser.context, url(variant), browser.extensionId);
  const rounds = await measure({ page, session, origin });
  if ((await worlds('ours')) === 0) throw new Error('our script did not run: nothing was measured');
  return [
    ...rowsOf(rounds, controlBytes),
    atMost(
      'longest task with our script in it',
      await longestTask(browser.context, page, url('ours')),
      50,
      'ms',
      1,
    ),
    atMost('our scripts in a page that was not allowed', await worlds('none'), 0, '', 0),
  ];
}

/** What our content script costs the pages it is in, against a script of 100 kB; and those it is not in. */
export async function page(): Promise<Row[]> {
  const mailbox = await startMailbox();
  const control = await controlExtension('http://127.0.0.1/k100/*');
  const browser = await launchWithExtension({
    extensionDir: ensureBuilt('chrome'),
    alongside: [control.dir],
    headless: true,
    grant: ['http://127.0.0.1/*'],
  });
  try {
    await onlyUnder(browser, 'http://127.0.0.1/ours/*');
    return await pageRows(browser, mailbox.origin, control.bytes);
  } finally {
    await browser.close();
    await mailbox.close();
  }
}
