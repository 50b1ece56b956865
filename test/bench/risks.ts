import type { InPage } from './in-page.ts';
import { STORED, stockedSession } from './stocked.ts';
import { atMost, median, type Row, told } from './table.ts';

const SINGLES = 100;

/** The risks of a hundred thousand customers with ledgers, read from what is stored and written again; and of one. */
export async function* risks(): AsyncGenerator<Row> {
  const { desk } = await stockedSession();
  console.error('  giving each a ledger, which takes its time');
  await desk.evaluate(() => (window as unknown as { bench: InPage }).bench.buy());
  const took = await desk.evaluate(
    (times) => (window as unknown as { bench: InPage }).bench.risks(times),
    SINGLES,
  );
  const all = `the risks of ${STORED.toLocaleString('en')} from what is stored`;
  yield* [
    atMost(`${all}, the first time`, took.first / 1000, 2, 's'),
    atMost(`${all}, each day`, median(took.daily) / 1000, 2, 's'),
    told(`${all}, after somebody was erased`, `${(took.fromRows / 1000).toFixed(2)} s`),
    atMost('the risk of one from stored rows, p50', median(took.one), 5, 'ms', 1),
  ];
}
