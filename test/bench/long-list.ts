import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { type LongList, ROWS } from '../tools/long-list/server.ts';
import { atMost, median, type Row, shuffled, told } from './table.ts';

const ROUNDS = 5;
const STEPS = 12;
const STEP_PX = 400;
/** A wheel's notch now and then: slower than it is turned, so that each step is read by itself. */
const STEP_MS = 260;
const KINDS = ['virtual', 'whole'] as const;

/** CPU milliseconds of the page's main thread a step, while the list is scrolled. */
async function costOfStep(page: Page, session: CDPSession, url: string): Promise<number> {
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.goto(url);
  await page.waitForTimeout(1_500);
  const before = await busy();
  for (let step = 1; step <= STEPS; step++) {
    await page.evaluate((by) => document.querySelector('#list')?.scrollBy(0, by), STEP_PX);
    await page.waitForTimeout(STEP_MS);
  }
  const scrolled = await page.evaluate(() => document.querySelector('#list')?.scrollTop);
  if (scrolled !== STEPS * STEP_PX) throw new Error(`the list was scrolled to ${scrolled}`);
  return ((await busy()) - before) / STEPS;
}

/**
 * What a step through a list of 5 000 rows costs more with our script than without, where the page fills some forty
 * elements anew and where all rows are in the document. Each round both in random order, medians of the differences.
 */
export async function longListRows(context: BrowserContext, list: LongList): Promise<Row[]> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const rows: Row[] = [];
  for (const kind of KINDS) {
    const none: number[] = [];
    const more: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const cost = { none: 0, ours: 0 };
      for (const variant of shuffled(['none', 'ours'] as const))
        cost[variant] = await costOfStep(page, session, list.at(kind, `/${variant}`));
      none.push(cost.none);
      more.push(cost.ours - cost.none);
    }
    const what = `scroll step in ${ROWS} rows (${kind === 'virtual' ? 'elements filled anew' : 'all in the document'})`;
    rows.push(told(`${what} without a script, CPU`, `${median(none).toFixed(2)} ms`));
    rows.push(atMost(`${what}, ours more`, median(more), 8, 'ms'));
  }
  await page.close();
  return rows;
}
