import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Session, startSession } from '../tools/session.ts';
import { cpuSeconds } from './cpu.ts';
import { Dice, LATIN_TRADES, word } from './invented.ts';
import type { OneByOne } from './one-by-one.ts';
import { rowsAsked } from './options.ts';
import { reportRows } from './reports.ts';
import { bundled } from './stocked.ts';
import { atLeast, atMost, type Row, told } from './table.ts';

/** The promise is for a hundred thousand customers and a million entries; fewer rows are held to their share of it. */
const PROMISED = { entries: 1_000_000, seconds: 90, taskMs: 100, times: 15 };
/** Rows that are added one by one, for comparison. */
const SINGLES = 2_000;
const DAYS = 730;
const KINDS = ['sale', 'sale', 'sale', 'sale', 'sale', 'sale', 'sale', 'sale', 'refund', 'service'];

/** A file of customers, and one of what they bought, sorted by date as shops write it. */
export function files(folder: string, customers: number, entries: number): { people: string; sales: string } {
  const dice = new Dice(11);
  const people = ['code,name,kind,contact,email,phone,address,country'];
  for (let at = 0; at < customers; at++) {
    const name = `${word(dice)} ${dice.of(LATIN_TRADES)} ${at}`;
    people.push(
      `C-${at},${name},company,${word(dice)} ${word(dice)},buyer${at}@firm-${at}.example,+44 20 7946 ${dice.digits(4)},${dice.digits(2)} High Street,GB`,
    );
  }
  const sales = ['customer,date,amount,currency,kind,product,category,cost'];
  for (let at = 0; at < entries; at++) {
    const day = new Date(Date.UTC(2024, 0, 1) + Math.floor((at * DAYS) / entries) * 86_400_000);
    const who = Math.floor(customers * dice.roll() ** 1.6);
    const amount = (5 + dice.roll() * 400).toFixed(2);
    sales.push(
      `C-${who},${day.toISOString().slice(0, 10)},${amount},EUR,${dice.of(KINDS)},P${dice.below(200)},G${dice.below(12)},`,
    );
  }
  const put = (name: string, lines: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  return { people: put('customers.csv', people), sales: put('sales.csv', sales) };
}

interface Taken {
  seconds: number;
  cpu: number;
  longest: number;
}

async function imported(session: Session, file: string, rows: number): Promise<Taken> {
  const page = await session.ownPage('dashboard.html#/import');
  await page.setInputFiles('input[type=file]', file);
  await page
    .locator('.import-counts')
    .getByText(rows.toLocaleString('en'))
    .first()
    .waitFor({ timeout: 600_000 });
  await page.evaluate(() => {
    const seen = Object.assign(window, { longTask: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longTask = Math.max(seen.longTask, duration);
    }).observe({ type: 'longtask' });
  });
  const [cpu, began] = [await cpuSeconds(page.context()), performance.now()];
  await page.getByRole('button', { name: session.text('import_start'), exact: true }).click();
  await page.locator('dl.facts dd').first().waitFor({ timeout: 3_600_000 });
  const seconds = (performance.now() - began) / 1000;
  const longest = await page.evaluate(() => (window as unknown as { longTask: number }).longTask);
  const taken = { seconds, cpu: (await cpuSeconds(page.context())) - cpu, longest };
  await page.close();
  return taken;
}

/** Entries a second of a table that is written row by row, in the browser that imports. */
async function oneByOne(session: Session): Promise<number> {
  const page = await session.ownPage('popup.html');
  await page.evaluate(await bundled('one-by-one.ts'));
  const rate = await page.evaluate((count) => (window as unknown as OneByOne).oneByOne(count), SINGLES);
  await page.close();
  return rate;
}

const rateOf = (count: number, { seconds, cpu }: Taken): string =>
  `${Math.round(count / seconds).toLocaleString('en')} a second (${seconds.toFixed(1)} s, CPU ${cpu.toFixed(1)} s)`;

/** Importing through the dashboard as a user does: a file of customers, then what they bought; `--rows` entries. */
export async function* imports(): AsyncGenerator<Row> {
  const entries = rowsAsked(PROMISED.entries);
  const customers = Math.ceil(entries / 10);
  const folder = mkdtempSync(join(tmpdir(), 'margin-bench-'));
  const session = await startSession({ headless: true, sample: false });
  try {
    const { people, sales } = files(folder, customers, entries);
    const before = await oneByOne(session);
    const one = await imported(session, people, customers);
    yield told(`importing ${customers.toLocaleString('en')} customers`, rateOf(customers, one));
    const two = await imported(session, sales, entries);
    yield told(`importing ${entries.toLocaleString('en')} entries`, rateOf(entries, two));
    yield* sumRows(entries, [one, two]);
    const single = Math.max(before, await oneByOne(session));
    yield told(
      'entries as rows of their own, one by one',
      `${Math.round(single).toLocaleString('en')} a second`,
    );
    yield atLeast('entries imported, against that', entries / two.seconds / single, PROMISED.times, 'times');
    yield* reportRows(session);
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sumRows(entries: number, all: readonly Taken[]): Row[] {
  const sum = (of: (one: Taken) => number) => all.reduce((total, one) => total + of(one), 0);
  const promised = (PROMISED.seconds * entries) / PROMISED.entries;
  return [
    atMost(
      'both imports, wall',
      sum(({ seconds }) => seconds),
      promised,
      's',
      1,
    ),
    told('both imports, CPU of the whole browser', `${sum(({ cpu }) => cpu).toFixed(1)} s`),
    atMost(
      'longest task in the importing page',
      Math.max(...all.map(({ longest }) => longest)),
      PROMISED.taskMs,
      'ms',
      0,
    ),
  ];
}
