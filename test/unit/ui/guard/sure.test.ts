import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEYS_MS, SETTLED_MS, Sure } from '@/utils/ui/guard/sure';

const WHOLE = { visible: true, ratio: 1 };
const COVERED = { visible: false, ratio: 1 };

function shownAt(now: number): Sure {
  const sure = new Sure();
  sure.shown(WHOLE, now);
  return sure;
}

test('nothing counts before the frame has been seen, nor in its first moment', () => {
  expect(new Sure().clicks(10_000)).toBe(false);
  expect(shownAt(0).clicks(SETTLED_MS - 1)).toBe(false);
  expect(shownAt(0).clicks(SETTLED_MS)).toBe(true);
});

test('covered, cut off or moved it waits anew', () => {
  for (const hidden of [COVERED, { visible: true, ratio: 0.9 }, { visible: undefined, ratio: 0.05 }]) {
    const sure = shownAt(0);
    sure.shown(hidden, 1_000);
    expect(sure.clicks(9_000)).toBe(false);
    sure.shown(WHOLE, 10_000);
    expect(sure.clicks(10_000 + SETTLED_MS - 1)).toBe(false);
    expect(sure.clicks(10_000 + SETTLED_MS)).toBe(true);
  }
  const moved = shownAt(0);
  moved.moved(1_000);
  expect(moved.clicks(1_000 + SETTLED_MS - 1)).toBe(false);
  expect(moved.clicks(1_000 + SETTLED_MS)).toBe(true);
});

test('a browser that cannot tell whether it is covered goes by how much is in the window', () => {
  const sure = new Sure();
  sure.shown({ visible: undefined, ratio: 1 }, 0);
  expect(sure.clicks(SETTLED_MS)).toBe(true);
});

test('who types on as the page pushes the keyboard here presses nothing, however long', () => {
  const sure = shownAt(0);
  sure.keysCame(5_000);
  for (let at = 5_100; at < 20_000; at += KEYS_MS - 100) expect(sure.keys(at)).toBe(false);
  sure.keysCame(30_000);
  expect(sure.keys(30_000 + KEYS_MS)).toBe(true); // a pause: it is meant
  sure.keysCame(40_000);
  sure.userCame();
  expect(sure.keys(40_001)).toBe(true);
});

test('that it is covered is said after a moment, and no longer once it is whole', () => {
  const sure = shownAt(0);
  sure.shown(COVERED, 1_000);
  expect(sure.covered(1_500)).toBe(false);
  expect(sure.next(1_500)).toBe(500);
  expect(sure.covered(2_000)).toBe(true);
  sure.shown(WHOLE, 3_000);
  expect(sure.covered(9_000)).toBe(false);
});

test('whatever happens, a click counts only after the whole of the last moment was undisturbed', () => {
  const step = fc.record({ kind: fc.constantFrom('whole', 'covered', 'moved'), wait: fc.nat(1_000) });
  fc.assert(
    fc.property(fc.array(step), fc.nat(1_000), (steps, rest) => {
      const sure = new Sure();
      let [now, quiet, whole] = [0, 0, false];
      for (const { kind, wait } of steps) {
        now += wait;
        if (kind === 'moved') sure.moved(now);
        else sure.shown(kind === 'whole' ? WHOLE : COVERED, now);
        if (kind !== 'whole' || !whole) quiet = now;
        if (kind !== 'moved') whole = kind === 'whole';
      }
      now += rest;
      expect(sure.clicks(now)).toBe(whole && now - quiet >= SETTLED_MS);
      const next = sure.next(now);
      if (next !== null && whole) expect(sure.clicks(now + next)).toBe(true);
    }),
  );
});
