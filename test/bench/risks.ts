import type { InPage } from './in-page.ts';
import { STORED, stockedSession } from './stocked.ts';
import { atMost, median, type Row } from './table.ts';

const SINGLES = 100;

/** The risks of a hundred thousand customers with ledgers, read from the rows as they are stored and written again; and of one. */
export async function risks(): Promise<Row[]> {
  const { desk } = await stockedSession();
  console.error('  giving each a ledger, which takes its time');
  await desk.evaluate(() => (window as unknown as { bench: InPage }).bench.buy());
  const took = await desk.evaluate(
    (times) => (window as unknown as { bench: InPage }).bench.risks(times),
    SINGLES,
  );
  return [
    atMost(`the risks of ${STORED.toLocaleString('en')} from stored rows`, took.all / 1000, 2, 's'),
    atMost('the risk of one from stored rows, p50', median(took.one), 5, 'ms', 1),
  ];
}
