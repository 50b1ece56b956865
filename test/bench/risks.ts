import type { Page } from '@playwright/test';
import { cpuOf } from './cpu.ts';
import type { InPage } from './in-page.ts';
import { atRest } from './rest.ts';
import { STORED, stockedSession } from './stocked.ts';
import { atMost, median, type Row, told } from './table.ts';

const SINGLES = 100;
const DAYS = 3;

/** The risks of a hundred thousand customers with ledgers, read from what is stored and written again; and of one. */
export async function* risks(): AsyncGenerator<Row> {
  const { desk, session } = await stockedSession();
  const rest = async () => {
    if (!(await atRest(session.browser.context))) console.error('  the background did not come to rest');
  };
  console.error('  giving each a ledger, which takes its time');
  await desk.evaluate(() => (window as unknown as { bench: InPage }).bench.buy());
  await all(desk); // what is packed beside the rows is made once
  await desk.evaluate(() => (window as unknown as { bench: InPage }).bench.rewriteFigures());
  await rest();
  const rewritten = await all(desk);
  const days = [];
  for (let day = 0; day < DAYS; day++) days.push(await all(desk));
  const one = await cpuOf(desk, () =>
    desk.evaluate((times) => (window as unknown as { bench: InPage }).bench.singleRisks(times), SINGLES),
  );
  await desk.evaluate(() => (window as unknown as { bench: InPage }).bench.eraseOne());
  await rest();
  const fromRows = await all(desk);
  const name = `the risks of ${STORED.toLocaleString('en')} from what is stored`;
  const shown = (title: string, { made, cpuMs }: Taken) =>
    atMost(`${name}, ${title} (CPU ${(cpuMs / 1000).toFixed(2)} s)`, made / 1000, 2, 's');
  yield* [
    shown('right after all figures were rewritten', rewritten),
    shown('each day', {
      made: median(days.map(({ made }) => made)),
      cpuMs: median(days.map(({ cpuMs }) => cpuMs)),
    }),
    told(`${name}, after somebody was erased`, `${(fromRows.made / 1000).toFixed(2)} s`),
    atMost(
      `the risk of one from stored rows, p50 (CPU ${(one.cpuMs / SINGLES).toFixed(1)} ms)`,
      median(one.made),
      5,
      'ms',
      1,
    ),
  ];
}

type Taken = Awaited<ReturnType<typeof all>>;
const all = (desk: Page) =>
  cpuOf(desk, () => desk.evaluate(() => (window as unknown as { bench: InPage }).bench.allRisks()));
