import { beforeEach, expect, it, vi } from 'vitest';

const TAB = 7;
const from = { tabId: TAB, frameId: 0 };
type Handler = (data: unknown, from: { tabId: number; frameId: number }) => Promise<unknown>;
const handlers = new Map<string, Handler>();
const session = new Map<string, unknown>();

vi.mock('@/entrypoints/background/border', () => ({
  handle: (type: string, _who: string, schema: { parse(data: unknown): unknown }, handler: Handler) =>
    handlers.set(type, (data, sender) => handler(schema.parse(data), sender)),
}));
vi.mock('@/utils/browser/api', () => ({
  browser: {
    storage: {
      session: {
        get: async () => ({}),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) session.set(key, structuredClone(value));
        },
        remove: async (key: string) => void session.delete(key),
      },
      local: { get: async () => ({}) },
      onChanged: { addListener: () => undefined },
    },
  },
}));
vi.mock('@/utils/browser/messages', () => ({ sendMessage: async () => undefined }));
vi.mock('@/entrypoints/background/store', () => ({ theStore: async () => ({ byKeys: async () => [] }) }));

const sighting = (loadedAt: number) => ({
  ...{ url: 'https://mail.example/2', title: 'Mail', site: null, ownSeen: [], list: false, loadedAt },
  candidates: [
    {
      kind: 'email',
      value: 'jo@quayside.test',
      name: '',
      role: 'counterpart',
      confidence: 0.9,
      evidence: 'header',
    },
  ],
});
const tell = (type: string, data: unknown) => handlers.get(type)?.(data, from);
const shown = () => session.has(`page:${TAB}`);

beforeEach(async () => {
  vi.resetModules();
  session.clear();
  (await import('@/entrypoints/background/page-seen')).listenToPages();
});

it('a farewell that comes after the first sighting of the next page does not clear that one', async () => {
  await tell('pageSeen', sighting(5_000));
  await tell('pageGone', { left: true, loadedAt: 1_000 });
  expect(shown()).toBe(true);
});

it('the farewell of the page itself clears it, and so does that of a page that was never read', async () => {
  for (const loadedAt of [5_000, 9_000]) {
    await tell('pageSeen', sighting(5_000));
    await tell('pageGone', { left: true, loadedAt });
    expect(shown()).toBe(false);
  }
});
