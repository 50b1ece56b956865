import { beforeEach, describe, expect, it, vi } from 'vitest';
import { added, freshStore } from '../store/help';

type Suggest = (found: Array<{ content: string; description: string }>) => void;
const heard: {
  started?: () => void;
  changed?: (text: string, suggest: Suggest) => void;
  entered?: (text: string) => void;
} = {};
const { opened, setDefaultSuggestion, stores } = vi.hoisted(() => ({
  opened: [] as string[],
  setDefaultSuggestion: vi.fn(),
  stores: [] as Array<() => unknown>,
}));

vi.mock('@/utils/browser/api', () => ({
  browser: {
    omnibox: {
      onInputStarted: { addListener: (listener: never) => Object.assign(heard, { started: listener }) },
      onInputChanged: { addListener: (listener: never) => Object.assign(heard, { changed: listener }) },
      onInputEntered: { addListener: (listener: never) => Object.assign(heard, { entered: listener }) },
      setDefaultSuggestion,
    },
  },
}));
vi.mock('@/utils/browser/open', () => ({ openDashboard: async (path: string) => void opened.push(path) }));
vi.mock('@/entrypoints/background/language', () => ({ useLanguage: async () => undefined }));
vi.mock('@/entrypoints/background/store', () => ({ theStore: async () => stores[0]?.() }));

const { listenToOmnibox } = await import('@/entrypoints/background/omnibox');

/** What the address bar offers for what is typed. */
const offered = (text: string) =>
  new Promise<Array<{ content: string; description: string }>>((resolve) => heard.changed?.(text, resolve));
/** Where Enter leads. */
const entered = async (text: string) => {
  heard.entered?.(text);
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  return opened[0];
};

describe('mg in the address bar', () => {
  const store = freshStore();
  beforeEach(() => {
    opened.length = 0;
    stores[0] = store;
    listenToOmnibox();
  });

  it('offers customers as one types, by name, pinyin and code', async () => {
    const id = await added(store(), { name: '恒信物流有限公司', codes: ['KH-0142'] });
    await added(store(), { name: 'Brightwater Foods' });
    for (const typed of ['恒信', 'hengxin', 'hxwl', 'KH-0142'])
      expect((await offered(typed)).map(({ content }) => content)).toEqual([id]);
    expect(await offered('nobody of that name')).toEqual([]);
  });

  it('a name is no markup to the browser, and a long one is cut', async () => {
    await added(store(), { name: `<b>Brank & "Söhne"</b>\u0007${'x'.repeat(300)}` });
    const [{ description } = { description: '' }] = await offered('Brank');
    expect(description).toContain('&#60;b&#62;Brank &#38; &#34;S');
    expect(description).not.toMatch(/[<>"]/);
    expect(description).not.toContain('\u0007');
    expect(description.replace(/&#\d+;/g, '?').length).toBeLessThanOrEqual(200);
  });

  it('Enter opens the one chosen, else whom the text finds first, else the list', async () => {
    const id = await added(store(), { name: 'Brightwater Foods' });
    expect(await entered(id)).toBe(`customers/${id}`);
    opened.length = 0;
    expect(await entered('brightwater')).toBe(`customers/${id}`);
    opened.length = 0;
    expect(await entered('nobody of that name')).toBe('customers');
  });

  it('offers nothing where the store cannot be read', async () => {
    stores[0] = () => {
      throw new Error('closed');
    };
    expect(await offered('anyone')).toEqual([]);
  });
});
