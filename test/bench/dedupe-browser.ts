import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../tools/find-browser.ts';
import { cpuSeconds } from './cpu.ts';
import type { Asked } from './dedupe-worker.ts';
import { bundled } from './stocked.ts';

const TIMES = 3;
/** What making the file leaves to the browser (compiled code, garbage) is done by then. */
const REST_MS = 500;

/** Puts a question to the page's worker and waits for its answer. */
const asked = (page: Page, question: Asked): Promise<number> =>
  page.evaluate((put) => {
    const { worker } = window as unknown as { worker: Worker };
    return new Promise<number>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data as number);
      worker.postMessage(put);
    });
  }, question);

/**
 * CPU seconds that the search over an invented file of each size takes in a worker of the browser, as in the product:
 * all processes of the browser, its compiler and collector too. The least of some runs, each in a new worker.
 */
export async function searchedInBrowser(counts: readonly number[]): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    chromiumSandbox: false,
  });
  try {
    const page = await browser.newPage();
    const code = await bundled('dedupe-worker.ts');
    const least: number[] = [];
    for (const count of counts) {
      const took: number[] = [];
      for (let time = 0; time < TIMES; time++) took.push(await oneSearch(page, code, count));
      least.push(Math.min(...took));
    }
    return least;
  } finally {
    await browser.close();
  }
}

async function oneSearch(page: Page, code: string, count: number): Promise<number> {
  await page.evaluate((source) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source])));
    Object.assign(window, { worker });
  }, code);
  await asked(page, { make: count });
  await page.waitForTimeout(REST_MS);
  const before = await cpuSeconds(page.context());
  if ((await asked(page, { search: true })) === 0) throw new Error('the search found nothing');
  const took = (await cpuSeconds(page.context())) - before;
  await page.evaluate(() => (window as unknown as { worker: Worker }).worker.terminate());
  return took;
}
