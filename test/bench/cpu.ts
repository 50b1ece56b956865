import type { BrowserContext, Page } from '@playwright/test';

/** CPU seconds of all processes of a context's browser since it began. */
export async function cpuSeconds(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser of its own');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** What work in a page made, and the CPU milliseconds of that page's thread meanwhile: the wall clock counts what others do on the machine, too. */
export async function cpuOf<T>(page: Page, work: () => Promise<T>): Promise<{ made: T; cpuMs: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const before = await spent();
  const made = await work();
  const cpuMs = (await spent()) - before;
  await session.detach();
  return { made, cpuMs };
}
