import type { Frame, Page } from '@playwright/test';

/** Megabytes that the scripts of a page, or of a frame with a process of its own, hold after a collection; other frames of the process with it. */
export async function heapOf(target: Page | Frame): Promise<number> {
  const context = 'context' in target ? target.context() : target.page().context();
  const session = await context.newCDPSession(target);
  await session.send('HeapProfiler.collectGarbage');
  const { totalSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return totalSize / 2 ** 20;
}
