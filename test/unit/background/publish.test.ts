import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameOrder } from '@/utils/browser/messages';
import type { PageMatch } from '@/utils/browser/page-match';

const TAB = 7;
const session = new Map<string, unknown>();
const written: string[][] = [];
const orders: FrameOrder[] = [];
/** Look-ups wait here until the test lets them go. */
const waiting: Array<() => void> = [];
let lookedUp: string[] = [];

vi.mock('@/utils/browser/api', () => ({
  browser: {
    storage: {
      session: {
        get: async (keys: string[] | null) =>
          Object.fromEntries([...session].filter(([key]) => keys === null || keys.includes(key))),
        set: async (items: object) => {
          written.push(Object.keys(items));
          for (const [key, value] of Object.entries(items)) session.set(key, structuredClone(value));
        },
        remove: async (keys: string | string[]) => {
          for (const key of [keys].flat()) session.delete(key);
        },
      },
      local: { get: async () => ({}) },
      onChanged: { addListener: () => undefined },
    },
  },
}));
vi.mock('@/utils/browser/messages', () => ({
  sendMessage: async (_type: string, order: FrameOrder) => void orders.push(order),
}));
vi.mock('@/entrypoints/background/store', () => ({
  theStore: async () => ({
    byKeys: async (keys: string[]) => {
      lookedUp.push(...keys.filter((key) => key.startsWith('e:')));
      await new Promise<void>((go) => waiting.push(go));
      return [];
    },
  }),
}));

type Background = typeof import('@/entrypoints/background/publish') &
  typeof import('@/entrypoints/background/tab-state');
let it_: Background;

const see = async (value: string) => {
  const { state } = await it_.readTab(TAB);
  const candidate = {
    kind: 'email',
    value,
    role: 'counterpart',
    confidence: 0.9,
    evidence: 'header',
  } as const;
  const page = { url: 'https://mail.example/', title: 'Mail', site: null, ownSeen: [], list: false };
  state.frames[0] = { ...page, candidates: [candidate], loadedAt: 1 };
  return it_.publish(TAB);
};
const settle = () => new Promise((go) => setTimeout(go));
const letGo = async () => {
  for (const go of waiting.splice(0)) go();
  await settle();
};
const shown = () => (session.get(`page:${TAB}`) as PageMatch | undefined)?.people.map(({ value }) => value);

beforeEach(async () => {
  for (const list of [written, orders, waiting]) list.length = 0;
  session.clear();
  lookedUp = [];
  vi.resetModules();
  it_ = {
    ...(await import('@/entrypoints/background/publish')),
    ...(await import('@/entrypoints/background/tab-state')),
  };
});

describe('publishing who is on a page', () => {
  it('writes the tab and its people at once, and tells the page where the margin goes', async () => {
    const done = see('ann@quay.example');
    await settle();
    await letGo();
    await done;
    expect(shown()).toEqual(['ann@quay.example']);
    expect(written).toEqual([[`tab:${TAB}`, `page:${TAB}`]]);
    expect(orders).toMatchObject([{ show: true, collapsed: true }]);
    expect(orders[0]?.nonce).not.toBe('');
  });

  it('of all that is seen while one look-up is under way looks up the last alone', async () => {
    const first = see('ann@quay.example');
    await settle();
    const others = ['bo', 'cy', 'di'].map((name) => see(`${name}@quay.example`));
    await settle();
    await letGo();
    await letGo();
    await Promise.all([first, ...others]);
    expect(lookedUp).toEqual(['e:ann@quay.example', 'e:di@quay.example']);
    expect(shown()).toEqual(['di@quay.example']);
  });

  it('shows nobody of a page that went away while they were looked up', async () => {
    const done = see('ann@quay.example');
    await settle();
    await it_.changeTab(TAB, (tab) => {
      tab.page++;
      tab.match = null;
      tab.state.frames = {};
    });
    await letGo();
    await done;
    expect(shown()).toBeUndefined();
    expect(orders).toEqual([]); // the margin stays for what the next page will say: to mount it anew costs half a second
  });

  it('is what the next worker goes on from', async () => {
    const done = see('ann@quay.example');
    await settle();
    await letGo();
    await done;
    const { nonce } = (await it_.readTab(TAB)).state;
    vi.resetModules();
    const next = await import('@/entrypoints/background/tab-state');
    const tab = await next.readTab(TAB);
    expect(tab.state.nonce).toBe(nonce);
    expect(tab.match?.people[0]?.value).toBe('ann@quay.example');
  });

  it('a page that asks too much gets a rail, before anybody is looked up; the frame still learns who it is', async () => {
    const answering = async (name: string) => {
      const done = see(`${name}@quay.example`);
      await settle();
      await letGo();
      await done;
    };
    await answering('ann');
    const { state } = await it_.readTab(TAB);
    state.allowances = { 'https://mail.example': { answersLeft: 0, at: Date.now() } };
    orders.length = 0;
    const done = see('bo@quay.example');
    await settle();
    expect(orders).toMatchObject([{ show: true, collapsed: true }]); // and bo is still being looked up
    await letGo();
    await done;
    expect(shown()).toEqual(['bo@quay.example']);
    expect(orders.map(({ show, collapsed }) => [show, collapsed])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(state.still).toBe(true);

    state.allowances = {};
    await answering('cy');
    expect(state.still).toBeUndefined();
  });
});
