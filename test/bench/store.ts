import { heapOf } from './heap.ts';
import type { InPage } from './in-page.ts';
import { STORED, stockedSession } from './stocked.ts';
import { atMost, quantile, type Row, told } from './table.ts';

const TIMES = 1_000;
/** Customers that are looked for, each in every way, and what a keystroke may take. */
const SOUGHT = 40;
const KEYSTROKE_MS = 20;
/** The page's own scripts and the sidebar's. */
const SIDEBAR_MB = 60;

/** From an address to the customer's row. */
const LOOK_UP_MS = { p50: 1, p99: 10 };

/** Look-ups over a hundred thousand customers, or as many as `--rows` says, and how fast they were written. */
export async function* store(): AsyncGenerator<Row> {
  const { session, desk, fillMs } = await stockedSession();
  yield told(
    `adding ${STORED.toLocaleString('en')} customers`,
    `${Math.round(STORED / (fillMs / 1000)).toLocaleString('en')} a second`,
  );
  const took = await desk.evaluate(
    ([stored, times]) => (window as unknown as { bench: InPage }).bench.lookUps(stored, times),
    [STORED, TIMES] as [number, number],
  );
  const line = (name: string, values: number[]) =>
    told(name, `p50 ${quantile(values, 0.5).toFixed(1)} ms, p99 ${quantile(values, 0.99).toFixed(1)} ms`);
  yield atMost('look-up by address, p50', quantile(took.byKey, 0.5), LOOK_UP_MS.p50, 'ms', 2);
  yield atMost('look-up by address, p99', quantile(took.byKey, 0.99), LOOK_UP_MS.p99, 'ms', 2);
  yield line('a customer’s card', took.card);
  yield line('search as one types', took.search);
  const typed = await desk.evaluate(
    ([people, stored]) => (window as unknown as { bench: InPage }).bench.typed(people, stored),
    [SOUGHT, STORED] as [number, number],
  );
  for (const [way, values] of Object.entries(typed))
    yield atMost(`a keystroke of a search, p95: ${way}`, quantile(values, 0.95), KEYSTROKE_MS, 'ms', 1);
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await margin.getByRole('heading', { level: 1 }).waitFor();
  const heaps = await Promise.all([heapOf(session.page), heapOf(margin)]);
  yield atMost('script memory of a page with the sidebar', heaps[0] + heaps[1], SIDEBAR_MB, 'MB', 1);
}
