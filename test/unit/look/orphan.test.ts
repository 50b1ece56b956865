// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';

/** The extension as a content script sees it; reloaded, nothing of it is left. */
const listeners = new Set<unknown>();
const event = {
  addListener: (one: unknown) => void listeners.add(one),
  removeListener: (one: unknown) => void listeners.delete(one),
};
const extension: Record<string, unknown> = {
  runtime: {
    id: 'margin',
    onMessage: event,
    sendMessage: async ({ type }: { type: string }) => answer(type),
  },
  storage: { local: { get: async () => ({}), onChanged: event } },
};
vi.stubGlobal('chrome', extension);
Object.assign(window, {
  requestIdleCallback: (run: () => void) => setTimeout(run),
  cancelIdleCallback: clearTimeout,
});
const { start } = await import('@/entrypoints/page/start');
const { default: detector } = await import('@/entrypoints/look');
const said: string[] = [];
async function answer(type: string): Promise<object> {
  said.push(type);
  if (type === 'bringDetector') detector.main();
  return { res: undefined };
}

const unhandled = vi.fn();
process.on('unhandledRejection', unhandled);
afterEach(() => void process.off('unhandledRejection', unhandled));

it('a script whose extension was reloaded falls silent and takes the margin with it', async () => {
  const cleared = vi.fn();
  Object.assign(globalThis, { [Symbol.for('margin.frame')]: cleared });
  document.body.innerHTML = '<a href="mailto:ann@quay.example">ann@quay.example</a>';
  start();
  await vi.waitFor(() => expect(said).toContain('pageSeen'), { timeout: 3_000 });
  expect(listeners.size).toBe(3);
  delete extension.runtime;
  delete extension.storage;
  document.body.innerHTML = '<a href="mailto:bo@quay.example">bo@quay.example</a>';
  await vi.waitFor(() => expect(cleared).toHaveBeenCalled(), { timeout: 3_000 });
  expect(listeners.size).toBe(1); // the detector's own: nobody calls it any more
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(unhandled).not.toHaveBeenCalled();
});
