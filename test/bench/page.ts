import { rmSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { extensionIdOf, type Launched, launchWithExtension } from '../tools/browser.ts';
import { ensureBuilt } from '../tools/build.ts';
import { startLongList } from '../tools/long-list/server.ts';
import { startMailbox } from '../tools/mailbox/server.ts';
import { startArticle } from './article.ts';
import { controlExtension } from './control.ts';
import { longListRows } from './long-list.ts';
import { longestTask } from './longest-task.ts';
import { measure, type Places, type Round, type Rounds, SETTLE_MS, type Variant } from './page-cost.ts';
import { atMost, median, type Row, told } from './table.ts';

const STARTED_MS = 3_000;

/** Median over rounds of what a variant cost more than none: each round opens the same mails in all variants. */
const over = (rounds: Rounds, variant: Variant, part: keyof Round): number =>
  median(rounds[variant].map((round, index) => round[part] - (rounds.none[index]?.[part] ?? Number.NaN)));

function rowsOf(rounds: Rounds, controlBytes: number): Row[] {
  const none = (part: keyof Round) => median(rounds.none.map((round) => round[part]));
  const more = (variant: Variant, part: keyof Round) => `${over(rounds, variant, part).toFixed(2)} ms more`;
  const control = `control script of ${(controlBytes / 1000).toFixed(0)} kB`;
  const share = over(rounds, 'ours', 'article') / over(rounds, 'k100', 'article');
  return [
    told('page load in a new tab without a script, CPU', `${none('article').toFixed(1)} ms`),
    told(`page load in a new tab, ${control}`, more('k100', 'article')),
    told('page load in a new tab, ours', more('ours', 'article')),
    atMost('page load in a new tab, ours ÷ control', share, 0.5, ''),
    told(`the same page again in one tab, ${control}`, more('k100', 'again')),
    told('the same page again in one tab, ours', more('ours', 'again')),
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

async function pageRows(places: Places): Promise<Row[]> {
  const { browser, origin, control } = places;
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
  const rounds = await measure(places);
  await checked();
  return [
    ...rowsOf(rounds, control.bytes),
    atMost(
      'longest task with our script in it',
      await longestTask(browser.context, await browser.context.newPage(), url('ours')),
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
 * round all three variants in random order, medians of the differences within a round. The promise is of a page in a
 * tab of its own, as a link or a mail opens it: a process that has had the page before keeps both scripts compiled,
 * and 100 kB cost there what their being there costs (Chromium 156, 2026-11: 1.5 ms, in a new tab 8.5).
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
    yield* await pageRows({ browser, control, origin: mailbox.origin, article: article.origin });
    yield* await longListRows(browser.context, list);
  } finally {
    await browser.close();
    await mailbox.close();
    await article.close();
    await list.close();
    rmSync(control.dir, { recursive: true });
  }
}
