// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hold } from '@/entrypoints/look/hold';

const OLD = '{"candidates":["ann@quay.example"]}';
const NEW = '{"candidates":["bo@other.example"]}';
const shows = (hold: Hold, seen: string, look = vi.fn()): boolean =>
  hold.holds(() => seen === hold.shown, look);

describe('the old content under a new address', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is held back, and looked at again within 100 ms', () => {
    const look = vi.fn();
    const hold = new Hold();
    hold.begin(OLD);
    expect(shows(hold, OLD, look)).toBe(true);
    vi.advanceTimersByTime(100);
    expect(look).toHaveBeenCalledTimes(1);
    // Still the same: it is the next mail of the same person.
    expect(shows(hold, OLD, look)).toBe(false);
  });

  it('gives way at once to somebody else', () => {
    const look = vi.fn();
    const hold = new Hold();
    hold.begin(OLD);
    expect(shows(hold, OLD, look)).toBe(true);
    expect(shows(hold, NEW, look)).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(look).not.toHaveBeenCalled();
  });

  it('is remembered over two changes of the address, and nothing is held where none has changed', () => {
    const hold = new Hold();
    expect(shows(hold, OLD)).toBe(false);
    hold.begin(OLD);
    hold.begin('');
    expect(shows(hold, OLD)).toBe(true);
    hold.end();
  });

  it('is not asked for any more once the new content is there', () => {
    const isOld = vi.fn(() => true);
    const hold = new Hold();
    hold.begin(OLD);
    hold.end();
    expect(hold.holds(isOld, vi.fn())).toBe(false);
    expect(isOld).not.toHaveBeenCalled();
  });
});
