import * as dom from './dom';
import type { Find, Spot } from './spot';

/**
 * Whether something that lies over the page, and holds one of the others, hides this address: the list behind an open
 * panel or dialog, which stands in the document as before. What is scrolled out of view is not hidden by what is
 * beside it. Costs a layout.
 */
export function isBehind({ spot }: Find, others: readonly Find[]): boolean {
  const [el, over] = topAt(spot);
  if (!over || dom.contains(el, over) || dom.contains(over, el)) return false;
  let lies = false;
  for (let at: Element | null = over; at && !dom.contains(at, el); at = dom.parentElement(at)) {
    const layer = at;
    lies ||= /fixed|absolute/.test(getComputedStyle(layer).position);
    if (lies && others.some((other) => dom.contains(layer, other.spot.el))) return true;
  }
  return false;
}

/** What is on top at the element's place, or at the nearest place in the window of what it stands in. */
function topAt(spot: Spot): [el: Element, over: Element | null] {
  const wanted = dom.boxOf(spot.el);
  for (let at: Spot | null = spot; at; at = at.parent) {
    const box = at === spot ? wanted : dom.boxOf(at.el);
    const x = nearest(wanted.left + Math.min(wanted.width, 20) / 2, box.left, box.right, innerWidth);
    const y = nearest(wanted.top + wanted.height / 2, box.top, box.bottom, innerHeight);
    if (x !== null && y !== null) return [at.el, dom.elementAt(at.el, x, y)];
  }
  return [spot.el, null];
}

/** The place nearest to `wanted` of the stretch that is in the window; null for none. */
function nearest(wanted: number, from: number, to: number, size: number): number | null {
  const [least, most] = [Math.max(from, 0), Math.min(to, size) - 1];
  return least < most ? Math.max(least, Math.min(most, wanted)) : null;
}
