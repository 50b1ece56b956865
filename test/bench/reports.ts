import type { Page } from '@playwright/test';
import { REPORTS } from '../../components/dashboard/reports/report.ts';
import type { Session } from '../tools/session.ts';
import type { InPage } from './in-page.ts';
import { bundled } from './stocked.ts';
import { atMost, quantile, type Row, told } from './table.ts';

const FIGURES = 500;
/** Each report is opened this often; the median counts, the slowest report is shown. */
const OPENED = 3;
const WORKED_OUT_MS = 900_000;

/** Milliseconds from going to a report, in a page of its own, to its drawing and table. */
async function opened(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.locator('.report').waitFor();
  return page.evaluate(() => new Promise<number>((drawn) => requestAnimationFrame(drawn)));
}

/** Over what was imported: sums, models and totals worked out once, then what is read of them. */
export async function* reportRows(session: Session): AsyncGenerator<Row> {
  const page = await session.ownPage('dashboard.html#/reports');
  const url = page.url();
  const began = performance.now();
  const refresh = page.getByRole('button', { name: session.text('report_refresh') });
  await refresh.click();
  await refresh.and(page.locator(':enabled')).waitFor({ timeout: WORKED_OUT_MS });
  await page.locator('.report-totals').waitFor();
  const seconds = (performance.now() - began) / 1000;
  yield told('sums, models and totals worked out at once', `${seconds.toFixed(1)} s`);
  const took: number[] = [];
  for (const id of REPORTS) {
    const times: number[] = [];
    for (let at = 0; at < OPENED; at++) times.push(await opened(page, `${url}/${id}`));
    took.push(quantile(times, 0.5));
  }
  yield atMost('opening a report from stored totals, the slowest', Math.max(...took) / 1000, 1, 's');
  await page.goto('about:blank');
  await page.goto(session.browser.url('popup.html'));
  await page.evaluate(await bundled('in-page.ts'));
  const figures = await page.evaluate(
    (times) => (window as unknown as { bench: InPage }).bench.figures(times),
    FIGURES,
  );
  await page.close();
  yield atMost('figures of a customer from stored insights, p95', quantile(figures, 0.95), 10, 'ms');
}
