// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hold } from '@/entrypoints/page/hold';
import type { Sighting } from '@/utils/detect/types';

const sighting = (url: string, value: string): Sighting => ({
  url,
  title: 'Mail',
  site: null,
  candidates: [{ kind: 'email', value, role: 'counterpart', confidence: 0.9, evidence: 'header' }],
  ownSeen: [],
  list: false,
});
const told = JSON.stringify(sighting('https://mail.example/1', 'ann@quay.example'));

describe('the old content under a new address', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is held back, and looked at again within 100 ms', () => {
    const look = vi.fn();
    const hold = new Hold();
    hold.begin(told);
    expect(hold.holds(sighting('https://mail.example/2', 'ann@quay.example'), look)).toBe(true);
    vi.advanceTimersByTime(100);
    expect(look).toHaveBeenCalledTimes(1);
    // Still the same: it is the next mail of the same person.
    expect(hold.holds(sighting('https://mail.example/2', 'ann@quay.example'), look)).toBe(false);
  });

  it('gives way at once to somebody else', () => {
    const look = vi.fn();
    const hold = new Hold();
    hold.begin(told);
    expect(hold.holds(sighting('https://mail.example/2', 'ann@quay.example'), look)).toBe(true);
    expect(hold.holds(sighting('https://mail.example/2', 'bo@other.example'), look)).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(look).not.toHaveBeenCalled();
  });

  it('is remembered over two changes of the address, and nothing is held where none has changed', () => {
    const hold = new Hold();
    expect(hold.holds(sighting('https://mail.example/1', 'ann@quay.example'), vi.fn())).toBe(false);
    hold.begin(told);
    hold.begin('');
    expect(hold.holds(sighting('https://mail.example/3', 'ann@quay.example'), vi.fn())).toBe(true);
    hold.end();
  });
});
