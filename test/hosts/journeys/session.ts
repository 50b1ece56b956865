import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { killWorker, type Launched, launchWithExtension } from '../../tools/browser';
import { ensureBuilt } from '../../tools/build';
import { textsOf } from '../../tools/texts';
import { zhou } from '../seed/people';
import { Margin } from './margin';

const KNOWN = fileURLToPath(new URL('known.ts', import.meta.url));

/** A browser with the extension, our customers in it, and one tab. */
export interface Desk {
  browser: Launched;
  page: Page;
  margin: Margin;
  /** One step of a journey; the service worker is killed before it, as browsers do at any time. */
  step(what: string, act: () => Promise<void>): Promise<void>;
}

async function setOwn(browser: Launched): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate((given) => chrome.storage.local.set({ settings: given }), {
    ownAddresses: [zhou.address],
    ownDomains: ['lanting.example'],
  });
}

/** Runs known.ts inside an extension page, where the extension's database is. */
async function addKnown(browser: Launched): Promise<void> {
  const bundle = await build({
    entryPoints: [KNOWN],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
  });
  const page = await browser.context.newPage();
  await page.goto(browser.url('popup.html'));
  await page.evaluate(bundle.outputFiles[0]?.text ?? '');
  await page.evaluate('addKnown()');
  await page.close();
}

export const test = base.extend<{ desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  desk: async ({}, use, info) => {
    const browser = await launchWithExtension({
      extensionDir: ensureBuilt('chrome'),
      headless: true,
      grant: ['http://127.0.0.1/*'],
    });
    try {
      await setOwn(browser);
      await addKnown(browser);
      const page = await browser.context.newPage();
      page.setDefaultTimeout(15_000);
      const margin = new Margin(page, textsOf('en'));
      const step = (what: string, act: () => Promise<void>): Promise<void> =>
        test.step(what, async () => {
          await killWorker(browser.context);
          await act();
        });
      await use({ browser, page, margin, step });
      if (info.status !== info.expectedStatus) await page.screenshot({ path: info.outputPath('failed.png') });
    } finally {
      await browser.close();
    }
  },
});
export { expect };
