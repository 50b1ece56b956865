import * as dom from './dom';
import type { Sighting } from './types';

/** Where each sighting has its counterpart from, and what stood there. */
const places = new WeakMap<Sighting, { el: Element; said: string }>();

const saidBy = (el: Element): string =>
  [
    ...dom.attributeNames(el).map((name) => dom.attribute(el, name)),
    dom.localName(el) === 'input' ? dom.inputValue(el) : '',
    (dom.textContent(el) ?? '').slice(0, 1_000),
  ].join('\n');

export function keepPlace(sighting: Sighting, el: Element): void {
  places.set(sighting, { el, said: saidBy(el) });
}

/**
 * Whether the element that named a sighting's counterpart is there, shown, and says what it said. Under a new address
 * that tells the old content at the price of one element; false where the sighting has no such place.
 */
export function stillStands(sighting: Sighting): boolean {
  const place = places.get(sighting);
  return (
    place !== undefined &&
    dom.isConnected(place.el) &&
    saidBy(place.el) === place.said &&
    dom.isVisible(place.el)
  );
}
