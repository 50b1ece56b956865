import type { Outline, Spot } from './spot';
import { type Range, within } from './structure';
import { MAX_SIGHTING_TEXT } from './types';

/** Text-level elements: a name may be written across one (`<b>Ann</b> Lee`). */
const INLINE = /^(a|abbr|b|bdi|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u)$/;

const together = (one: Spot, other: Spot): boolean =>
  one === other ||
  (INLINE.test(other.tag) && (other.parent === one || other.parent === one.parent)) ||
  (INLINE.test(one.tag) && one.parent === other);

/** The title and what stands to read outside `skip`: a line a block, cut at {@link MAX_SIGHTING_TEXT}. */
export function readable(page: Outline, skip: readonly Range[], title: string): string {
  let text = title;
  let last: Spot | null = null;
  for (const { order, text: piece, spot } of page.state.readable ?? []) {
    if (within(order, skip)) continue;
    text += `${last && together(last, spot) ? ' ' : '\n'}${piece}`;
    last = spot;
    if (text.length >= MAX_SIGHTING_TEXT) break;
  }
  return text.slice(0, MAX_SIGHTING_TEXT);
}
