// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://desk.example/records/1"}
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ATTEND, PAGE, world } from '@/utils/browser/world';

/** The extension as a content script sees it: what of it the script touches, and what it asks. */
let touched: string[];
let asked: unknown[];
let answer: () => Promise<unknown>;
let detect: object;
const storageListeners = new Set<(changes: object) => void>();
const parts: Record<string, unknown> = {
  runtime: {
    id: 'margin',
    sendMessage: (message: { type: string; data: unknown }) => {
      asked.push([message.type, message.data]);
      return answer();
    },
  },
  storage: {
    local: {
      get: async () => ({ detect }),
      onChanged: { addListener: (one: (changes: object) => void) => storageListeners.add(one) },
    },
  },
};
const extension = new Proxy(parts, {
  get: (all, name: string) => {
    touched.push(name);
    return all[name];
  },
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const BRING = ['bringDetector', { text: null }];

async function open(html: string, attentive = false): Promise<void> {
  document.body.innerHTML = html;
  if (attentive) (await import('@/entrypoints/attend')).default.main();
  (await import('@/entrypoints/page')).default.main();
  await pass(100);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  vi.stubGlobal('chrome', extension);
  vi.stubGlobal('XPathResult', {});
  Object.assign(window, {
    requestIdleCallback: (run: () => void) => setTimeout(run),
    cancelIdleCallback: clearTimeout,
  });
  document.evaluate = () => ({ iterateNext: () => null }) as unknown as XPathResult;
  touched = [];
  asked = [];
  detect = {};
  answer = async () => ({ res: undefined });
});
afterEach(() => {
  world[PAGE]?.stop();
  delete world[ATTEND];
  storageListeners.clear();
  vi.useRealTimers();
});

it('a page with nobody on it has nothing of the extension touched', async () => {
  await open('<p>The harbour</p>');
  expect(touched).toEqual([]);
});

it('the detector is asked for once there is a sign of somebody', async () => {
  await open('<p>The harbour</p>');
  document.body.innerHTML = '<p>ann@quay.example</p>';
  await pass(500);
  expect(asked).toEqual([BRING]);
});

it('a worker that was stopped meanwhile is asked again, a few times in a row, however often that happens', async () => {
  let failures = 4;
  answer = async () => (failures-- > 0 ? undefined : { res: undefined });
  await open('<p>ann@quay.example</p>');
  await pass(5_000);
  expect(asked).toEqual(Array(5).fill(BRING));
  failures = 4;
  document.body.innerHTML = '<p>bo@quay.example</p>';
  await pass(5_000);
  expect(asked).toHaveLength(10);
  failures = Number.POSITIVE_INFINITY;
  document.body.innerHTML = '<p>cy@quay.example</p>';
  await pass(60_000);
  expect(asked.length).toBeLessThan(20);
});

it('a text that a stopped worker did not hear is handed over again', async () => {
  detect = { names: true };
  let failures = 1;
  answer = async () => (failures-- > 0 ? undefined : { res: undefined });
  await open('<p>Ann Lee of the quay</p>', true);
  await pass(5_000);
  expect(asked).toHaveLength(2);
});

it('left behind by a reload of the extension it falls silent with the next change', async () => {
  await open('<p>The harbour</p>');
  const { runtime } = parts;
  delete parts.runtime;
  document.body.innerHTML = '<p>The quay</p>';
  await pass(500);
  expect(world[PAGE]).toBeUndefined();
  parts.runtime = runtime;
});

it('a second injection leaves', async () => {
  await open('<p>ann@quay.example</p>');
  const first = world[PAGE];
  (await import('@/entrypoints/page')).default.main();
  expect(world[PAGE]).toBe(first);
});

it('where names are sought a text is handed over once, and anew when what is sought has changed', async () => {
  detect = { names: true };
  await open('<p>Ann Lee of the quay</p>', true);
  const text = expect.stringContaining('Ann Lee of the quay');
  expect(asked).toEqual([['bringDetector', { text }]]);
  world[PAGE]?.watching.again();
  await pass(100);
  expect(asked).toHaveLength(1);
  for (const tell of storageListeners) tell({ detect: {} });
  await pass(100);
  expect(asked).toHaveLength(2);
});

it('for a code pattern, and on a taught page, the detector is brought without a sign', async () => {
  detect = { codePattern: 'K-\\d{1,9}' };
  await open('<p>K-12</p>', true);
  expect(asked).toEqual([BRING]);
});

it('a page that was taught is read whatever stands there, others are not', async () => {
  detect = { taught: ['https://other.example/*'] };
  await open('<p>Ann Lee</p>', true);
  expect(asked).toEqual([]);
  detect = { taught: ['https://desk.example/records/*'] };
  for (const tell of storageListeners) tell({ detect: {} });
  await pass(100);
  expect(asked).toEqual([BRING]);
});
