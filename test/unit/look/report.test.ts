// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { report } from '@/entrypoints/look/report';
import type { PageScript } from '@/utils/browser/world';
import type { Look, Sighting } from '@/utils/detect/types';

const event = { addListener: () => undefined, removeListener: () => undefined };
let said: string[] = [];
let failures = 0;
vi.stubGlobal('chrome', {
  runtime: {
    id: 'margin',
    onMessage: event,
    sendMessage: async ({ data }: { data: Sighting }) => {
      said.push(data.title);
      return failures-- > 0 ? undefined : { res: undefined };
    },
  },
  storage: { local: { get: async () => ({}), onChanged: event } },
});

let title = '';
const see: Look = Object.assign(
  async () => ({ url: '', title, site: null, candidates: [], ownSeen: [], list: false }),
  { isOld: () => false },
);
const nothing = () => undefined;
const page: PageScript = {
  watching: { again: nothing, closely: nothing, follow: nothing, stop: nothing },
  settled: nothing,
  left: nothing,
  stop: nothing,
  bring: nothing,
};

afterEach(() => {
  page.stop();
  vi.useRealTimers();
});

it('what a stopped worker did not hear is told again, a few times in a row, however often that happens', async () => {
  vi.useFakeTimers();
  for (const one of ['Ann', 'Bo', 'Cy']) {
    title = one;
    said = [];
    failures = 4;
    if (page.reports) page.settled();
    else report(page, see);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(said).toEqual(Array(5).fill(one));
  }
  title = 'Di';
  said = [];
  failures = Number.POSITIVE_INFINITY;
  page.settled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said.length).toBeLessThan(10);
});
