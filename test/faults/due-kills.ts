import type { Page } from '@playwright/test';
import { type Launched, launchWithExtension } from '../tools/browser.ts';
import { type Fault, type Outcome, pause, type Scale } from './fault.ts';
import { extensionWithInside, INSIDE, inProfile, killAll } from './stage.ts';

/** As many as are said one by one. */
const REMINDERS = 3;
const PATIENCE_MS = 30_000;
/** What was said has been noted as said, long since. */
const NOTED_MS = 500;
const SPREAD_MS = 800;
/** A start announces after a second what it finds. */
const START_MS = 2_500;

export const dueKills: Fault = {
  name: 'due-kills',
  says: 'the browser killed when reminders have just fallen due, and when they were just said',
  run: (scale) => inProfile((profileDir) => killed(profileDir, scale)),
};

async function killed(profileDir: string, { short, random }: Scale): Promise<Outcome> {
  const rounds = short ? 1 : 8;
  const [losses, uncaught, due]: [string[], string[], string[]] = [[], [], []];
  const start = async () => started(profileDir, uncaught);
  for (let at = 0; at < rounds; at++) {
    const [first, page] = await start();
    await pause(at === 0 ? 0 : START_MS); // what was said in the round before is not said again
    due.push(...(await page.evaluate((count) => faults.remind(count), REMINDERS)));
    await pause(random() * SPREAD_MS);
    await killAll(first);

    const [second, again] = await start();
    const until = Date.now() + PATIENCE_MS;
    while ((await timesSaid(again, due)).includes(0) && Date.now() < until) await pause(100);
    await pause(NOTED_MS + random() * SPREAD_MS);
    await killAll(second);
  }
  const [last, page] = await start();
  await pause(START_MS);
  for (const times of await timesSaid(page, due))
    if (times !== 1) losses.push(`a reminder was said ${times} times`);
  await last.close();
  return {
    tries: rounds * 2,
    losses,
    uncaught,
    of: `${due.length} reminders that fell due while the browser was dead`,
  };
}

async function started(profileDir: string, uncaught: string[]): Promise<[Launched, Page]> {
  const extensionDir = await extensionWithInside();
  const launched = await launchWithExtension({ extensionDir, headless: true, grant: [], profileDir });
  launched.context.on('weberror', (error) => uncaught.push(error.error().message));
  const page = await launched.context.newPage();
  await page.goto(launched.url('sidebar.html'));
  await page.addScriptTag({ url: launched.url(INSIDE) });
  return [launched, page];
}

/** How often each was said; three and fewer are said by a notification of their own. */
async function timesSaid(page: Page, ids: readonly string[]): Promise<number[]> {
  const said = await page.evaluate(() => faults.said());
  return ids.map((id) => said.filter((one) => one.startsWith(`reminder:${id}:`)).length);
}
