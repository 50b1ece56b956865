import * as dom from './dom';
import { labelOf } from './labels';
import type { Label } from './types';

const rowOf = (row: Element | null): Element[] =>
  row && dom.localName(row) === 'tr' ? dom.children(row) : [];
const areAll = (row: readonly Element[], tag: string): boolean =>
  row.length > 1 && row.every((cell) => dom.localName(cell) === tag);

/**
 * What the heads of columns say of the cells below them, where each head stands above one cell alone: a record drawn
 * as a head and a line. Null in a list of several lines, whose lines are told by what is in them.
 */
export function columnsOf(row: Element): ReadonlyArray<Label | null> | null {
  const group = dom.parentElement(row);
  const above = dom.previous(row) ?? (group && dom.last(dom.previous(group)));
  if (!above || dom.localName(dom.first(above) ?? above) !== 'th') return null; // most lines, at a glance
  const heads = rowOf(above);
  if (!areAll(heads, 'th') || heads.length !== rowOf(row).length || !areAll(rowOf(row), 'td')) return null;
  const below = dom.next(row);
  if (below && !areAll(rowOf(below), 'th')) return null;
  return heads.map((head) => labelOf((dom.textContent(head) ?? '').trim()));
}
