// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Watching, watch } from '@/utils/detect/watch';

let settled: ReturnType<typeof vi.fn<() => void>>;
let left: ReturnType<typeof vi.fn<() => void>>;
let watching: Watching;

/** Time passes, and what the page did meanwhile reaches the observer. */
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<time>12:00:01</time><p id="who">Ann Lee</p><ul></ul><section style="display: none"></section>';
  // Idle time as a busy browser gives it: at the end of the timeout.
  Object.assign(window, {
    requestIdleCallback: (run: () => void, { timeout }: { timeout: number }) => setTimeout(run, timeout),
    cancelIdleCallback: (id: number) => clearTimeout(id),
  });
  settled = vi.fn<() => void>();
  left = vi.fn<() => void>();
  watching = watch(document, { settled, left });
  watching.closely();
  await pass(5_000);
  settled.mockClear();
});
afterEach(() => {
  watching.stop();
  vi.useRealTimers();
});

const add = (): void => document.querySelector('ul')?.append(document.createElement('li'));

describe('watching a page', () => {
  it('is settled within 100 ms of the last change, and once', async () => {
    for (let count = 0; count < 5; count++) {
      add();
      await pass(20);
    }
    expect(settled).not.toHaveBeenCalled();
    await pass(85);
    expect(settled).toHaveBeenCalledTimes(1);
    await pass(5_000);
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('looks at a line that is filled anew with another address, though only its number differs', async () => {
    const who = document.querySelector('#who');
    who?.setAttribute('title', 'buyer7@firm.example');
    await pass(5_000);
    settled.mockClear();
    who?.setAttribute('title', 'buyer8@firm.example');
    await pass(200);
    expect(settled).toHaveBeenCalledTimes(1);
    if (who?.firstChild) who.firstChild.nodeValue = 'buyer8@firm.example';
    await pass(5_000);
    settled.mockClear();
    if (who?.firstChild) who.firstChild.nodeValue = 'buyer9@firm.example';
    await pass(200);
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('does not look at a clock or a counter', async () => {
    const clock = document.querySelector('time');
    clock?.setAttribute('title', '9 seconds ago');
    await pass(100);
    settled.mockClear();
    for (let second = 10; second < 40; second++) {
      if (clock?.firstChild) clock.firstChild.nodeValue = `12:01:${second}`;
      clock?.setAttribute('title', `${second} seconds ago`);
      clock?.setAttribute('style', `left: ${second}px`);
      await pass(200);
    }
    expect(settled).not.toHaveBeenCalled();
  });

  it('does not look at what comes to stand beside the body, as the margin does, but at a new body', async () => {
    const frame = document.createElement('div');
    document.documentElement.append(frame);
    await pass(5_000);
    frame.remove();
    await pass(5_000);
    expect(settled).not.toHaveBeenCalled();
    document.body.replaceWith(document.createElement('body'));
    await pass(100);
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => void]>([
    ['a name written in place', () => document.querySelector('#who')?.replaceChildren('Ben Ray')],
    ['a phone', () => document.querySelector('#who')?.replaceChildren('+44 20 7946 0958')],
    ['an address', () => document.querySelector('#who')?.setAttribute('title', 'ben@shop.example')],
    ['a view hidden', () => document.querySelector('#who')?.toggleAttribute('hidden', true)],
    ['a view shown', () => document.querySelector('section')?.setAttribute('style', 'display: block')],
  ])('looks at %s', async (_, change) => {
    change();
    await pass(100);
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('looks at a page that never rests after half a second, and then once a second at most', async () => {
    for (let ms = 0; ms < 600; ms += 20) {
      add();
      await pass(20);
    }
    expect(settled).toHaveBeenCalledTimes(1);
    for (let ms = 0; ms < 10_000; ms += 20) {
      add();
      await pass(20);
    }
    expect(settled.mock.calls.length).toBeGreaterThanOrEqual(8);
    expect(settled.mock.calls.length).toBeLessThanOrEqual(13);
  });

  it('tells at once that the address changed, and reads the new page without delay', async () => {
    for (let ms = 0; ms < 5_000; ms += 100) {
      add();
      await pass(100);
    }
    settled.mockClear();
    location.hash = '#next';
    dispatchEvent(new Event('hashchange'));
    expect(left).toHaveBeenCalledTimes(1);
    add();
    await pass(100);
    expect(settled).toHaveBeenCalledTimes(1);
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('stops when told', async () => {
    add();
    await pass(20);
    watching.stop();
    add();
    location.hash = '#gone';
    dispatchEvent(new Event('hashchange'));
    await pass(5_000);
    expect(settled).not.toHaveBeenCalled();
    expect(left).not.toHaveBeenCalled();
  });
});
