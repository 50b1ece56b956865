import type { Page } from '@playwright/test';
import { type Session, startSession } from '../tools/session.ts';
import type { Fault, Outcome, Scale } from './fault.ts';
import { pause } from './fault.ts';

/** Two mails of the sample mailbox, and whom the margin has to show beside each. */
const MAILS = [
  ['ceramics-plan', '江南瓷业'],
  ['tea-box', '云岭茶业'],
] as const;
const PATIENCE_MS = 15_000;

export const reload: Fault = {
  name: 'reload',
  says: 'the extension reloaded while its pages are open',
  run: async (scale) => {
    const session = await startSession({ headless: true });
    try {
      return await reloaded(session, scale);
    } finally {
      await session.close();
    }
  },
};

async function reloaded(session: Session, { short }: Scale): Promise<Outcome> {
  const tries = short ? 1 : 20;
  const [uncaught, losses]: [string[], string[]] = [[], []];
  session.browser.context.on('weberror', (error) => uncaught.push(error.error().message));
  await allowReload(session);
  let known = 0;
  await session.open('inbox', MAILS[0][0]);
  for (let at = 0; at < tries; at++) {
    const [[, now], [then, next]] = at % 2 === 0 ? MAILS : [MAILS[1], MAILS[0]];
    const before = await shown(session.page, now, null);
    await reloadNow(session);
    const after = await shown(session.page, now, before);
    await session.choose(then);
    const followed = await shown(session.page, next, before);
    for (const [what, url] of [
      ['before', before],
      ['after', after],
      ['at the next mail', followed],
    ] as const)
      if (url === null) losses.push(`try ${at + 1}: the margin does not show the right person ${what}`);
    if (after !== null) known++;
    const frames = await marginsIn(session.page);
    if (frames !== 1) losses.push(`try ${at + 1}: ${frames} margins stand in the page`);
  }
  return { tries, losses, uncaught, of: `${known} margins replaced by living ones` };
}

/** An unpacked extension is disabled at its first reload unless the browser is told that a developer sits there. */
async function allowReload({ browser }: Session): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(() => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(to: { inDeveloperMode: boolean }): Promise<void> };
    };
    return developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await page.close();
}

async function reloadNow({ browser }: Session): Promise<void> {
  const worker = await browser.worker();
  const gone = new Promise<void>((resolve) => worker.once('close', () => resolve()));
  await worker.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 10));
  await Promise.race([gone, pause(PATIENCE_MS)]);
}

/** The address of the one margin frame, once it is another than `not` and shows this name; null: it never did. */
async function shown(page: Page, name: string, not: string | null): Promise<string | null> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    for (const frame of page.frames()) {
      if (!/^chrome-extension:.*\/sidebar\.html/.test(frame.url()) || frame.url() === not) continue;
      const title = await Promise.race([
        frame
          .locator('h1')
          .first()
          .textContent({ timeout: 1_000 })
          .catch(() => null),
        pause(2_000).then(() => null), // a frame of a dead extension does not answer
      ]);
      if (title === name) return frame.url();
    }
  }
  return null;
}

const marginsIn = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.documentElement.children].filter((child) => child.tagName === 'DIV').length,
  );
