import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../components/tokens.css', import.meta.url), 'utf8');
/** Colour tokens with their light and dark value. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['surface', 'sunken', 'raised', 'hover'];
/** What is written on what: 4.5 is asked of text (1.4.3). */
const TEXT: ReadonlyArray<readonly [text: string, grounds: readonly string[]]> = [
  ['text', [...GROUNDS, 'accent-weak']],
  ['text-soft', [...GROUNDS, 'accent-weak']],
  ['text-faint', [...GROUNDS, 'accent-weak']],
  ['accent', [...GROUNDS, 'accent-weak']],
  ['accent-hover', GROUNDS],
  ['on-accent', ['accent', 'accent-hover']],
  ['bad', [...GROUNDS, 'bad-weak']],
  ['warn', [...GROUNDS, 'warn-weak']],
  ['good', [...GROUNDS, 'good-weak']],
  ['text', ['bad-weak', 'warn-weak', 'good-weak']],
];
/** Edges of fields, focus rings and the mark of what is chosen: 3 is asked (1.4.11). */
const SHAPES: typeof TEXT = [
  ['line-strong', ['surface', 'raised', 'sunken']],
  ['accent', GROUNDS],
  ...[1, 2, 3, 4, 5].map((series) => [`series-${series}`, ['surface', 'raised']] as const),
];

const pairs = (all: typeof TEXT) =>
  all.flatMap(([front, grounds]) =>
    grounds.flatMap((ground) => (['light', 'dark'] as const).map((theme) => [front, ground, theme] as const)),
  );
function ratio(front: string, ground: string, theme: 'light' | 'dark'): number {
  const [a, b] = [tokens.get(front), tokens.get(ground)];
  if (!a || !b) throw new Error(`no colour token ${a ? ground : front}`);
  return contrast(a[theme], b[theme]);
}

describe('contrast of the tokens', () => {
  test('is computed as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  test.each(pairs(TEXT))('%s can be read on %s in %s', (front, ground, theme) => {
    expect(ratio(front, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(SHAPES))('%s can be made out on %s in %s', (front, ground, theme) => {
    expect(ratio(front, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});
