import type { BrowserContext } from '@playwright/test';

/** CPU seconds of all processes of a context's browser since it began. */
export async function cpuSeconds(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser of its own');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
