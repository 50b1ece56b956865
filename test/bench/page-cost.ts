import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Launched } from '../tools/browser.ts';
import type { controlExtension } from './control.ts';
import { shuffled } from './table.ts';

/** Which script the mailbox carries under `/<variant>/`: none, ours, or the control. */
const VARIANTS = ['none', 'ours', 'k100'] as const;
export type Variant = (typeof VARIANTS)[number];

const WARM_UP = 3;
const ROUNDS = 40;
const NAVIGATIONS_PER_ROUND = 2;
/** A new process starts with more noise than one that runs. */
const TABS_PER_ROUND = 2;
/** Long enough for every deferred scan to have run. */
export const SETTLE_MS = 350;
const MAILS = ['renewal', 'damaged-pallets', 'quote-request', 'second-season', 'delivery-q4', 'tea-box'];

/**
 * CPU milliseconds of the page's main thread: of loads all that it did, of navigations all but layout and style. What
 * the browser itself counts as script leaves out what runs in promises, which is nearly all of the reading (Chromium
 * 156, 2026-11): it is told as well, and promises nothing.
 */
export interface Round {
  /** Of a page with nobody on it, opened in a new tab: what the script itself costs, as the control does. */
  article: number;
  /** The same in a tab that has had the page before: both scripts are compiled, what is left is that they are there. */
  again: number;
  /** Of a mail: detector, margin, and the page's layout beside it as well. */
  load: number;
  navigation: number;
  callbacks: number;
}
export type Rounds = Record<Variant, Round[]>;

interface Tab {
  page: Page;
  session: CDPSession;
}

export interface Places {
  browser: Launched;
  control: Awaited<ReturnType<typeof controlExtension>>;
  /** Where the mails are. */
  origin: string;
  /** Where the page with nobody on it is. */
  article: string;
}

async function newTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
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

async function costInNewTab(context: BrowserContext, url: string): Promise<number> {
  const tab = await newTab(context);
  const cost = await costOfLoad(tab, url);
  await tab.page.close();
  return cost;
}

async function roundOf(tab: Tab, places: Places, variant: Variant, first: number): Promise<Round> {
  const harbour = `${places.article}/${variant}/harbour`;
  let article = 0;
  for (let count = 0; count < TABS_PER_ROUND; count++)
    article += (await costInNewTab(places.browser.context, harbour)) / TABS_PER_ROUND;
  const again = await costOfLoad(tab, harbour);
  const load = await costOfLoad(tab, `${places.origin}/${variant}/mail/inbox/${mailOf(first)}`);
  const round = { article, again, load, navigation: 0, callbacks: 0 };
  for (let step = 1; step <= NAVIGATIONS_PER_ROUND; step++) {
    const { navigation, callbacks } = await costOfNavigation(tab, first + step);
    round.navigation += navigation / NAVIGATIONS_PER_ROUND;
    round.callbacks += callbacks / NAVIGATIONS_PER_ROUND;
  }
  return round;
}

/** Each round all three variants in random order, each opening the same mails. */
export async function measure(places: Places): Promise<Rounds> {
  const tab = await newTab(places.browser.context);
  const rounds: Rounds = { none: [], ours: [], k100: [] };
  for (let count = -WARM_UP; count < ROUNDS; count++)
    for (const variant of shuffled(VARIANTS)) {
      const round = await roundOf(tab, places, variant, count + WARM_UP);
      if (count >= 0) rounds[variant].push(round);
    }
  return rounds;
}
