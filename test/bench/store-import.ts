import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Session, startSession } from '../tools/session.ts';
import { Dice, LATIN_TRADES, word } from './invented.ts';
import { rowsAsked } from './options.ts';
import { reportRows } from './store-reports.ts';
import { atMost, type Row, told } from './table.ts';

/** The promise is for a hundred thousand customers and a million entries; fewer rows are held to their share of it. */
const PROMISED = { customers: 100_000, entries: 1_000_000, seconds: 90, taskMs: 100 };
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

/** CPU seconds of all processes of the browser since it began. */
export async function cpuSeconds(page: Page): Promise<number> {
  const browser = page.context().browser();
  const session = browser ? await browser.newBrowserCDPSession() : await page.context().newCDPSession(page);
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, one) => sum + one.cpuTime, 0);
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
  const [cpu, began] = [await cpuSeconds(page), performance.now()];
  await page.getByRole('button', { name: session.text('import_start'), exact: true }).click();
  await page.locator('dl.facts dd').first().waitFor({ timeout: 3_600_000 });
  const seconds = (performance.now() - began) / 1000;
  const longest = await page.evaluate(() => (window as unknown as { longTask: number }).longTask);
  const taken = { seconds, cpu: (await cpuSeconds(page)) - cpu, longest };
  await page.close();
  return taken;
}

/** Importing through the dashboard as a user does: a file of customers, then what they bought. */
export async function storeImport(): Promise<Row[]> {
  const entries = rowsAsked(PROMISED.entries);
  const customers = Math.ceil(entries / 10);
  const folder = mkdtempSync(join(tmpdir(), 'margin-bench-'));
  const session = await startSession({ headless: true, sample: false });
  try {
    const { people, sales } = files(folder, customers, entries);
    const one = await imported(session, people, customers);
    console.error(`  ${customers.toLocaleString('en')} customers imported`);
    const two = await imported(session, sales, entries);
    const seconds = one.seconds + two.seconds;
    const share = entries / PROMISED.entries;
    const line = (name: string, count: number, took: Taken) =>
      told(
        name,
        `${Math.round(count / took.seconds).toLocaleString('en')} a second (${took.seconds.toFixed(1)} s, CPU ${took.cpu.toFixed(1)} s)`,
      );
    const reports = await reportRows(session);
    return [
      line(`importing ${customers.toLocaleString('en')} customers`, customers, one),
      line(`importing ${entries.toLocaleString('en')} entries`, entries, two),
      atMost('both imports, wall', seconds, PROMISED.seconds * share, 's', 1),
      told('both imports, CPU of the whole browser', `${(one.cpu + two.cpu).toFixed(1)} s`),
      atMost(
        'longest task in the importing page',
        Math.max(one.longest, two.longest),
        PROMISED.taskMs,
        'ms',
        0,
      ),
      ...reports,
    ];
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
