import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const OWN = 'chrome-extension://margin/';
const listeners = new Map<string, (message: { data: unknown; sender?: object }) => Promise<unknown>>();

vi.mock('@/utils/browser/api', () => ({
  browser: { runtime: { id: 'margin', getURL: (path: string) => `chrome-extension://margin/${path}` } },
}));
vi.mock('@/utils/browser/messages', () => ({
  onMessage: (type: string, listener: never) => listeners.set(type, listener),
}));

const { handle } = await import('@/entrypoints/background/border');
const { PageSeenSchema } = await import('@/entrypoints/background/sighting-schema');

const page = { id: 'margin', url: 'https://mail.example/', frameId: 0, tab: { id: 7 } };
const frame = { id: 'margin', url: `${OWN}sidebar.html`, frameId: 3, tab: { id: 7 } };
const sighting = {
  url: 'https://mail.example/',
  title: 'Mail',
  site: null,
  candidates: [],
  ownSeen: [],
  list: false,
  loadedAt: 1_700_000_000_000,
};
const answered: unknown[] = [];
const send = (data: unknown, sender: object = page) => listeners.get('pageSeen')?.({ data, sender });

describe('the border of the background', () => {
  beforeEach(() => {
    answered.length = 0;
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    handle('pageSeen', 'content', PageSeenSchema, async (data, sender) => {
      answered.push([data, sender]);
    });
  });

  it('lets a well-formed sighting of a content script in, with its tab and frame', async () => {
    await send(sighting);
    expect(answered).toEqual([
      [sighting, { from: 'content', tabId: 7, frameId: 0, url: 'https://mail.example/' }],
    ]);
  });

  it.each([
    ['another extension', { ...page, id: 'other' }],
    ['one of our own documents', frame],
    ['a sender without a tab', { id: 'margin', url: 'https://mail.example/' }],
    ['nobody', {}],
  ])('refuses %s', async (_, sender) => {
    await expect(send(sighting, sender)).rejects.toThrow('refused pageSeen: sender');
    expect(answered).toEqual([]);
  });

  it('refuses what does not parse, and logs no word of it', async () => {
    const secret = 'wang@hengxin.example';
    await expect(send({ ...sighting, title: 1, url: secret })).rejects.toThrow('refused pageSeen: title');
    expect(JSON.stringify(vi.mocked(console.warn).mock.calls)).not.toContain(secret);
  });

  it('refuses a flood: too many candidates, too long texts', async () => {
    const candidate = { kind: 'email', value: 'a@b.example', role: 'row', confidence: 0.5, evidence: '' };
    await expect(send({ ...sighting, candidates: Array(101).fill(candidate) })).rejects.toThrow('candidates');
    await expect(send({ ...sighting, title: 'x'.repeat(1_001) })).rejects.toThrow('title');
  });

  it('never lets anything in that is not a sighting, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (data) => {
        answered.length = 0;
        await send(data)?.catch(() => undefined);
        for (const [accepted] of answered as [unknown][])
          expect(PageSeenSchema.safeParse(accepted).success).toBe(true);
        expect(answered.length === 1).toBe(PageSeenSchema.safeParse(data).success);
      }),
    );
  });
});
