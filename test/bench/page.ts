import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { extensionIdOf, type Launched, launchWithExtension } from '../tools/browser.ts';
import { ensureBuilt } from '../tools/build.ts';
import { startLongList } from '../tools/long-list/server.ts';
import { startMailbox } from '../tools/mailbox/server.ts';
import { startArticle } from './article.ts';
import { controlExtension } from './control.ts';
import { longListRows } from './long-list.ts';
import { longestTask } from './longest-task.ts';
import { atMost, median, type Row, shuffled, told } from './table.ts';

/** Which script the mailbox carries under `/<variant>/`: none, ours, or the control. One tab goes through all. */
const VARIANTS = ['none', 'ours', 'k100'] as const;
type Variant = (typeof VARIANTS)[number];

const STARTED_MS = 3_000;
const WARM_UP = 3;
const ROUNDS = 40;
const NAVIGATIONS_PER_ROUND = 2;
/** Long enough for every deferred scan to have run. */
const SETTLE_MS = 350;
const MAILS = ['renewal', 'damaged-pallets', 'quote-request', 'second-season', 'delivery-q4', 'tea-box'];

/**
 * CPU milliseconds of the page's main thread: of loads all that it did, of navigations all but layout and style. What
 * the browser itself counts as script leaves out what runs in promises, which is nearly all of the reading (Chromium
 * 156, 2026-11): it is told as well, and promises nothing.
 */
interface Round {
  /** Of a page with nobody on it: what the script itself costs, as the control does. */
  article: number;
  /** Of a mail: detector, margin, and the page's layout beside it as well. */
  load: number;
  navigation: number;
  callbacks: number;
}
type Rounds = Record<Variant, Round[]>;

interface Tab {
  page: Page;
  session: CDPSession;
  origin: string;
  /** Where the page with nobody on it is. */
  article: string;
}

async function spent(tab: Tab): Promise<{ task: number; drawn: number; script: number }> {
  const { metrics } = await tab.session.send('Performance.getMetrics');
  const of = (name: string) => (metrics.find((one) => one.name === name)?.value ?? 0) * 1000;
  const drawn = of('LayoutDuration') + of('RecalcStyleDuration');
  return { task: of('TaskDuration'), drawn, script: of('ScriptDuration') };
}

const mailOf = (step: number): string => MAILS[step % MAILS.length] ?? '';

/** A load starts the page's counters anew (2026-11, Chromium 156): what they show afterwards is its cost. */
async function costOfLoad(tab: Tab, url: string): Promise<number> {
  await tab.page.goto(url);
  await tab.page.waitForTimeout(SETTLE_MS);
  return (await spent(tab)).task;
}

/** Opens a mail as a click does, without a load. The click itself is the same script in every variant. */
async function costOfNavigation(tab: Tab, step: number): Promise<Pick<Round, 'navigation' | 'callbacks'>> {
  const mail = mailOf(step);
  const before = await spent(tab);
  await tab.page.evaluate((id) => document.querySelector<HTMLElement>(`.row[href$="/${id}"]`)?.click(), mail);
  await tab.page.waitForTimeout(SETTLE_MS);
  if (!tab.page.url().endsWith(`/${mail}`)) throw new Error(`the click on ${mail} opened nothing`);
  const after = await spent(tab);
  const navigation = after.task - before.task - (after.drawn - before.drawn);
  return { navigation, callbacks: after.script - before.script };
}

async function roundOf(tab: Tab, variant: Variant, first: number): Promise<Round> {
  const article = await costOfLoad(tab, `${tab.article}/${variant}/harbour`);
  const load = await costOfLoad(tab, `${tab.origin}/${variant}/mail/inbox/${mailOf(first)}`);
  const round = { article, load, navigation: 0, callbacks: 0 };
  for (let step = 1; step <= NAVIGATIONS_PER_ROUND; step++) {
    const { navigation, callbacks } = await costOfNavigation(tab, first + step);
    round.navigation += navigation / NAVIGATIONS_PER_ROUND;
    round.callbacks += callbacks / NAVIGATIONS_PER_ROUND;
  }
  return round;
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
  const control = `control script of ${(controlBytes / 1000).toFixed(0)} kB`;
  const share = over(rounds, 'ours', 'article') / over(rounds, 'k100', 'article');
  return [
    told('page load without a script, CPU', `${none('article').toFixed(1)} ms`),
    told(`page load, ${control}`, more('k100', 'article')),
    told('page load, ours', more('ours', 'article')),
    atMost('page load, ours ÷ control', share, 0.5, ''),
    told('a mail loaded without a script, CPU', `${none('load').toFixed(1)} ms`),
    told(`a mail loaded, ${control}`, more('k100', 'load')),
    told('a mail loaded, ours: read, and the margin drawn beside it', more('ours', 'load')),
    told('in-app navigation without, CPU less layout and style', `${none('navigation').toFixed(2)} ms`),
    told('in-app navigation, control', more('k100', 'navigation')),
    atMost('in-app navigation, ours more', over(rounds, 'ours', 'navigation'), 0.3, 'ms'),
    told('of that in callbacks, what promises do apart', more('ours', 'callbacks')),
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

interface Places {
  origin: string;
  article: string;
  control: Awaited<ReturnType<typeof controlExtension>>;
}

async function pageRows(browser: Launched, { origin, article, control }: Places): Promise<Row[]> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const url = (variant: Variant) => `${origin}/${variant}/mail/inbox/renewal`;
  const worlds = (variant: Variant, id = browser.extensionId) => scriptsIn(browser.context, url(variant), id);
  const check = async (variant: Variant, id: string) => {
    if ((await worlds(variant, id)) === 0) throw new Error(`the script of ${variant} did not run`);
    if ((await worlds('none', id)) > 0)
      throw new Error(`the script of ${variant} ran where there is to be none`);
  };
  const checked = async () => {
    await check('ours', browser.extensionId);
    await check('k100', extensionIdOf(control.dir));
  };
  await checked();
  const rounds = await measure({ page, session, origin, article });
  await checked();
  return [
    ...rowsOf(rounds, control.bytes),
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

/**
 * What our content script costs the pages it is in, against a script of 100 kB; and those it is not in. The ratio is
 * of a page with nobody on it, which is what a script costs by being there: the control does nothing either. What a
 * mail costs, read and with the margin drawn beside it, is told next to it. CPU time of the page's main thread, each
 * round all three variants in random order in one tab, medians of the differences within a round.
 */
export async function* page(): AsyncGenerator<Row> {
  const mailbox = await startMailbox();
  const article = await startArticle();
  const list = await startLongList();
  const control = await controlExtension('http://127.0.0.1/k100/*');
  const browser = await launchWithExtension({
    extensionDir: ensureBuilt('chrome'),
    alongside: [control.dir],
    headless: true,
    grant: ['http://127.0.0.1/*'],
  });
  try {
    // The background registers its script at its start: what is changed before that does not last.
    await new Promise((started) => setTimeout(started, STARTED_MS));
    await onlyUnder(browser, 'http://127.0.0.1/ours/*');
    yield* await pageRows(browser, { origin: mailbox.origin, article: article.origin, control });
    yield* await longListRows(browser.context, list);
  } finally {
    await browser.close();
    await mailbox.close();
    await article.close();
    await list.close();
  }
}
