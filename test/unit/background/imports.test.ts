import { beforeEach, expect, it, vi } from 'vitest';

const session = new Map<string, unknown>();
const shown: string[] = [];
let states: string[] = [];
let held: Array<{ name: string }> = [];

vi.mock('@/utils/browser/api', () => ({
  browser: {
    runtime: { getURL: (path: string) => path },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
        },
      },
    },
    notifications: {
      create: async (_: string, { title }: { title: string }) => void shown.push(title),
      onClicked: { addListener: () => undefined },
    },
  },
}));
vi.mock('@/entrypoints/background/language', () => ({ useLanguage: async () => undefined }));
vi.mock('@/entrypoints/background/store', () => ({
  theStore: async () => {
    if (states.includes('locked')) throw new Error('locked');
    return { imports: async () => states.map((state) => ({ state })) };
  },
}));
vi.stubGlobal('navigator', { locks: { query: async () => ({ held }) } });
const { tellOfImport } = await import('@/entrypoints/background/imports');

beforeEach(() => {
  session.clear();
  shown.length = 0;
  states = ['done', 'running'];
  held = [];
});

it('tells once of an import that was broken off, however often the worker starts', async () => {
  await tellOfImport();
  await tellOfImport();
  expect(shown).toEqual(['An import was broken off']);
  session.clear(); // the browser was started anew
  await tellOfImport();
  expect(shown).toHaveLength(2);
});

it('says nothing where all are done, or one is under way in a tab, now or later', async () => {
  states = ['done', 'cancelled'];
  await tellOfImport();
  states = ['running'];
  await tellOfImport(); // begun since
  session.clear();
  held = [{ name: 'margin-import' }];
  await tellOfImport();
  expect(shown).toEqual([]);
});

it('tells once it is unlocked', async () => {
  states = ['locked'];
  await expect(tellOfImport()).rejects.toThrow('locked');
  states = ['running'];
  await tellOfImport();
  expect(shown).toHaveLength(1);
});
