import type { BrowserContext, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string; fileName?: string } };
}

const RUNS = 5;
const SETTLE_MS = 600;

async function traceOf(context: BrowserContext, page: Page, url: string): Promise<TraceEvent[]> {
  const browser = context.browser();
  const session = browser ? await browser.newBrowserCDPSession() : await context.newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  const categories = 'toplevel,devtools.timeline,disabled-by-default-devtools.timeline,v8';
  await session.send('Tracing.start', { traceConfig: { includedCategories: categories.split(',') } });
  await page.goto(url);
  await page.waitForTimeout(SETTLE_MS);
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return events;
}

const fromUs = (event: TraceEvent): boolean =>
  [event.args?.data?.url, event.args?.data?.fileName].some((at) => at?.startsWith('chrome-extension://'));

/** CPU milliseconds of the longest task in which a script of ours ran, over some loads of the page. */
export async function longestTask(context: BrowserContext, page: Page, url: string): Promise<number> {
  let longest = 0;
  for (let run = 0; run < RUNS; run++) {
    const events = await traceOf(context, page, url);
    const tasks = events.filter((event) => event.ph === 'X' && event.name === 'RunTask');
    for (const mine of events.filter(fromUs)) {
      const task = tasks.find(
        (one) =>
          one.pid === mine.pid &&
          one.tid === mine.tid &&
          one.ts <= mine.ts &&
          mine.ts <= one.ts + (one.dur ?? 0),
      );
      longest = Math.max(longest, (task?.tdur ?? task?.dur ?? 0) / 1000);
    }
  }
  return longest;
}
