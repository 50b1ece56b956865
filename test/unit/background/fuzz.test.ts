import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as z from 'zod/mini';
import { theStore } from '@/entrypoints/background/store';
import { onMessage } from '@/utils/browser/messages';
import { fromSchema, nearSchema } from '../support/from-schema';

const MARK = 'wang@hengxin.example';
type Root = (message: unknown, sender: object, reply: (answer: unknown) => void) => unknown;

/** What the background registered with the browser, and what it did: every call that could change or tell something. */
const quiet = vi.hoisted(() => {
  const state = { done: [] as string[], roots: [] as Root[] };
  const onMessage = { addListener: (listener: Root) => state.roots.push(listener), removeListener: () => {} };
  vi.stubGlobal('chrome', { runtime: { id: 'margin', onMessage } });
  return state;
});
vi.mock('@/utils/browser/api', () => {
  const known: Record<string, unknown> = {
    'runtime.id': 'margin',
    'runtime.getURL': (path: string) => `chrome-extension://margin/${path}`,
  };
  const at = (path: string): unknown =>
    known[path] ??
    new Proxy(() => undefined, {
      get: (_, key) => (key === 'then' ? undefined : at(path ? `${path}.${String(key)}` : String(key))),
      apply: () => {
        if (!/addListener$|\.(get|getAll|query|contains)$/.test(path)) quiet.done.push(path);
        return Promise.resolve(path.endsWith('query') ? [] : {});
      },
    });
  return { browser: at('') };
});
vi.mock('@/entrypoints/background/store', () => ({
  theStore: async () =>
    new Proxy(
      {},
      {
        get: (_, name) =>
          name === 'then'
            ? undefined
            : () => {
                quiet.done.push(`store.${String(name)}`);
                return Promise.resolve(name === 'namesIn' ? { found: [], titled: [] } : []);
              },
      },
    ),
  dropStore: async () => undefined,
}));

interface Known {
  from: 'content' | 'own';
  schema: z.ZodMiniType;
}
const known = vi.hoisted(() => new Map<string, unknown>()) as Map<string, Known>;
vi.mock('@/entrypoints/background/border', async (original) => {
  const real = await original<typeof import('@/entrypoints/background/border')>();
  return {
    ...real,
    handle: (type: string, from: string, schema: never, answer: never) => {
      known.set(type, { from, schema } as never);
      return (real.handle as (...given: unknown[]) => void)(type, from, schema, answer);
    },
  };
});

const FOLDER = new URL('../../../entrypoints/background/', import.meta.url).pathname;
const PAGE = { id: 'margin', url: 'https://mail.example/', frameId: 0, tab: { id: 7 } };
const FRAME = { id: 'margin', url: 'chrome-extension://margin/sidebar.html', frameId: 3, tab: { id: 7 } };
const senderOf = (from: Known['from']) => (from === 'content' ? PAGE : FRAME);

/** Sends as the browser does. Resolves to what comes back; undefined: nobody listens. */
async function send(message: unknown, sender: object): Promise<{ res?: unknown; err?: unknown } | undefined> {
  const answers = quiet.roots.map(
    (root) =>
      new Promise<unknown>((reply) => {
        if (root(message, sender, reply) !== true) reply(undefined);
      }),
  );
  return (await Promise.all(answers)).find((answer) => answer !== undefined) as { res?: unknown } | undefined;
}
const envelope = (type: string, data: unknown) => ({ id: 1, type, data, timestamp: 1 });

const said: string[] = [];
const unheard: unknown[] = [];
const onUnheard = (error: unknown) => unheard.push(error);

beforeAll(async () => {
  for (const how of ['log', 'warn', 'error', 'info', 'debug'] as const)
    vi.spyOn(console, how).mockImplementation((...words) => void said.push(words.map(String).join(' ')));
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'index.ts')) {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ FOLDER + file);
    for (const [name, start] of Object.entries(module))
      if (name.startsWith('listenTo') && typeof start === 'function') start();
  }
  process.on('unhandledRejection', onUnheard);
}, 60_000);
afterAll(() => {
  process.off('unhandledRejection', onUnheard);
});
beforeEach(() => {
  for (const list of [quiet.done, said, unheard]) list.length = 0;
});

/** Refused: told to the sender, by the name of the message alone; nothing was done, nothing logged of what was in it. */
async function expectRefused(type: string, data: unknown, sender: object): Promise<void> {
  quiet.done.length = 0;
  const answer = await send(envelope(type, data), sender);
  expect(answer?.err).toBeDefined();
  expect(answer?.res).toBeUndefined();
  expect(JSON.stringify(answer?.err)).not.toContain(MARK);
  expect(quiet.done).toEqual([]);
  expect(said.at(-1)).toContain(`refused ${type}`);
}

const protocol = readFileSync(new URL('../../../utils/browser/messages.ts', import.meta.url), 'utf8');
/** The messages that somebody sends to the background, by the line above each. */
const toBackground = [...protocol.matchAll(/\*\/\n {2}(\w+)\(/g)].flatMap(([, name], at, all) => {
  const from = at === 0 ? 0 : (all[at - 1]?.index ?? 0);
  const words = protocol.slice(from, all[at]?.index).split('/**').at(-1) ?? '';
  return /→\s+background/.test(words.replace(/\n\s+\*/g, ' ')) ? [String(name)] : [];
});

describe('every message to the background', () => {
  it('has a schema and a sender at the border', () => {
    expect([...known.keys()].sort()).toEqual(toBackground.sort());
    expect(toBackground.length).toBeGreaterThan(15);
  });

  it.each(toBackground)('%s: whatever is sent, what its schema does not take is refused', async (type) => {
    const { from, schema } = known.get(type) ?? expect.fail();
    let [taken, refused] = [0, 0];
    const anything = fc.oneof(
      { weight: 4, arbitrary: nearSchema(schema, MARK) },
      { weight: 2, arbitrary: fromSchema(schema, MARK) },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    await fc.assert(
      fc.asyncProperty(anything, async (data) => {
        if (!schema.safeParse(data).success) {
          refused++;
          return expectRefused(type, data, senderOf(from));
        }
        taken++;
        const answer = await send(envelope(type, data), senderOf(from));
        expect(answer).toBeDefined(); // an answer or an error, never silence
        expect(JSON.stringify(answer?.err ?? '')).not.toContain(MARK);
      }),
      { numRuns: 150 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(0);
    expect(said.join('\n')).not.toContain(MARK);
    expect(unheard).toEqual([]);
  });

  it.each(toBackground)('%s: from anybody else it is refused, however right it is', async (type) => {
    const { from, schema } = known.get(type) ?? expect.fail();
    const others = [
      senderOf(from === 'own' ? 'content' : 'own'),
      { ...senderOf(from), id: 'another-extension' },
      { ...senderOf(from), id: undefined },
      { id: 'margin', url: 'https://chrome-extension.example/margin/', tab: { id: 7 } },
      { id: 'margin', url: 'https://mail.example/?chrome-extension://margin/', tab: { id: 7 } },
      {},
    ];
    await fc.assert(
      fc.asyncProperty(fromSchema(schema, MARK), fc.constantFrom(...others), (data, sender) =>
        expectRefused(type, data, sender),
      ),
      { numRuns: 40 },
    );
    expect(said.join('\n')).not.toContain(MARK);
  });
});

describe('what is no message at all', () => {
  it('does nothing and throws nothing', async () => {
    const names = fc.constantFrom(
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'orderFrame',
    );
    const strange = fc.oneof(
      fc.jsonValue(),
      fc.record({
        id: fc.jsonValue(),
        type: fc.oneof(names, fc.jsonValue()),
        data: fc.jsonValue(),
        timestamp: fc.nat(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(strange, fc.constantFrom(PAGE, FRAME, {}), async (message, sender) => {
        quiet.done.length = 0;
        await send(message, sender);
        expect(quiet.done).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('without the border', () => {
  it('all of this fails: what is sent is carried out, and stands in the log', async () => {
    const answer = async (data: unknown) => {
      console.warn(JSON.stringify(data));
      await (await theStore()).commit(data as never);
    };
    onMessage('pageSeenUnparsed' as never, (({ data }: { data: unknown }) => answer(data)) as never);
    await expect(expectRefused('pageSeenUnparsed', { url: MARK }, PAGE)).rejects.toThrow();
    expect(quiet.done).toEqual(['store.commit']);
    expect(said.join('\n')).toContain(MARK);
  });
});
