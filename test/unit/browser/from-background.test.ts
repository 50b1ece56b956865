import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';

const heard = new Map<string, (message: { data: unknown; sender?: object }) => Promise<unknown>>();
vi.mock('@/utils/browser/api', () => ({ browser: { runtime: { id: 'margin' } } }));
vi.mock('@/utils/browser/messages', () => ({
  onMessage: (type: string, listener: never) => heard.set(type, listener),
}));
const { fromBackground } = await import('@/utils/browser/from-background');

const told: unknown[] = [];
beforeEach(() => {
  told.length = 0;
  fromBackground('lockIs', z.object({ unlocked: z.boolean() }), (how) => told.push(how));
});
const tell = (data: unknown, sender: object = { id: 'margin' }) => heard.get('lockIs')?.({ data, sender });

it('hears the background', async () => {
  await tell({ unlocked: true });
  expect(told).toEqual([{ unlocked: true }]);
});

it.each([
  ['a content script', { id: 'margin', tab: { id: 3 }, url: 'https://mail.example/' }],
  ['a page of ours in a tab', { id: 'margin', tab: { id: 3 }, url: 'moz-extension://margin/dashboard.html' }],
  ['another extension', { id: 'other' }],
  ['nobody', {}],
])('does not hear %s', async (_, sender) => {
  await tell({ unlocked: true }, sender);
  expect(told).toEqual([]);
});

it('takes nothing that does not parse, and throws nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (data) => {
      told.length = 0;
      await tell(data);
      expect(told.length).toBe(
        typeof (data as { unlocked?: unknown } | null)?.unlocked === 'boolean' ? 1 : 0,
      );
    }),
  );
});
