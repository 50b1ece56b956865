import { attributeNames, textContent } from './dom';
import { common, type Find, type Outline, type Spot } from './spot';

/** A stretch of the page in document order. */
export interface Range {
  start: number;
  end: number;
  spot: Spot;
}

/** One message on the page: who stands in the header before its body. */
export interface Item {
  body: Range;
  sender: Find;
  /** Epoch ms where the header says it, else null. */
  at: number | null;
}

/** Links inside the host that a body may hold: an imitation of the host's own markup has some. */
const HOST_LINKS = 2;
/** Levels by which recipients may stand nearer to the body than the sender does. */
const FAR = 3;
/** Controls inside running text: what folds a quoted part. */
const TOGGLES = 3;

export const rangeOf = (spot: Spot): Range => ({ start: spot.start, end: spot.end, spot });

/** Finds with `from <= order <= to`; finds are in document order. */
export function between<T extends { order: number }>(finds: readonly T[], from: number, to: number): T[] {
  return finds.slice(lowest(finds, from), lowest(finds, to + 1));
}

function lowest(list: ReadonlyArray<{ order: number }>, order: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

const covers = new WeakMap<readonly Range[], Uint8Array>();

/** Whether a place stands in one of the ranges. Asked of each address and each list: so what they cover is kept. */
export function within(order: number, ranges: readonly Range[]): boolean {
  let cover = covers.get(ranges);
  if (!cover) {
    cover = new Uint8Array(Math.max(0, ...ranges.map(({ end }) => end + 1)));
    for (const { start, end } of ranges) cover.fill(1, start, end + 1);
    covers.set(ranges, cover);
  }
  return cover[order] === 1;
}

/**
 * Message bodies without class names: the largest parts that hold sentences and no control of the host,
 * less the address block that stands before the sentences. Addresses in lines of a list are no such block.
 */
export function bodies(page: Outline, listed: readonly Range[]): Range[] {
  const found: Range[] = [];
  const outside = <T extends { order: number }>(all: readonly T[]): T[] =>
    all.filter(({ order }) => !within(order, listed));
  // A line's subject may be a sentence, and the opened message repeats it above its header.
  const free = outside(page.prose);
  const inside = page.prose.filter(({ order }) => within(order, listed));
  const subjects = new Set(inside.map(({ spot }) => textContent(spot.el)));
  const prose = subjects.size === 0 ? free : free.filter(({ spot }) => !subjects.has(textContent(spot.el)));
  seek(page.root, { ...page, finds: outside(page.finds), prose }, found);
  for (const spot of page.spots) if (spot.zone === 'quote') found.push(rangeOf(spot));
  return found.sort((a, b) => a.start - b.start);
}

function seek(spot: Spot, page: Outline, found: Range[]): void {
  if (spot.prose === 0 || between(page.prose, spot.start, spot.end).length === 0) return;
  const direct = spot.prose > spot.kids.reduce((sum, kid) => sum + kid.prose, 0);
  const quiet = spot.controls === 0 && spot.links <= HOST_LINKS;
  // Running text with a toggle or two in it ("show quoted text") is a body as well.
  if (quiet || (direct && spot.controls <= TOGGLES)) carve(spot, page, found);
  else for (const kid of spot.kids) seek(kid, page, found);
}

export const isEmail = (find: Find): boolean => find.kind === 'email';
export const emails = (page: Outline, range: { start: number; end: number }): Find[] =>
  between(page.finds, range.start, range.end).filter(isEmail);

function carve(spot: Spot, page: Outline, found: Range[]): void {
  const prose = page.prose[lowest(page.prose, spot.start)]?.order ?? spot.end;
  const first = emails(page, spot)[0];
  const whole = rangeOf(spot);
  if (!first || first.order >= prose) {
    // Where no header stands before it, labelled addresses after a sentence are the page's fields.
    const said = emails(page, spot).find(({ quoted }) => !quoted);
    const fields = said?.label && !page.finds.some((find) => isEmail(find) && find.order < spot.start);
    const kids = fields ? spot.kids.filter((kid) => kid.prose > 0) : [];
    for (const kid of kids) carve(kid, page, found);
    if (kids.length === 0) found.push(whole);
    return;
  }
  const index = spot.kids.findIndex((kid) => kid.start <= prose && prose <= kid.end);
  const kid = spot.kids[index];
  if (!kid) {
    found.push({ ...whole, start: prose });
    return;
  }
  const separate = first.order < kid.start;
  if (!separate || isThread(kid, page)) carve(kid, page, found);
  else found.push(rangeOf(kid));
  carveRest(spot, index, separate ? spot.kids.slice(0, index) : [kid], page, found);
}

/** What follows the first message under one parent: further messages of the same form, or the rest of its body. */
function carveRest(spot: Spot, index: number, headers: Spot[], page: Outline, found: Range[]): void {
  const forms = new Set(headers.filter((one) => emails(page, one).length > 0).map(form));
  spot.kids.slice(index + 1).forEach((kid, offset, rest) => {
    const next = rest[offset + 1];
    const isHeader =
      forms.has(form(kid)) && emails(page, kid).length > 0 && kid.prose === 0 && (next?.prose ?? 0) > 0;
    if (isHeader) return;
    if (kid.prose > 0 && forms.has(form(kid))) carve(kid, page, found);
    else found.push(rangeOf(kid));
  });
}

export const form = (spot: Spot): string => `${spot.tag}/${spot.role}/${spot.kids[0]?.tag ?? ''}`;

/** Built by the same template: tag, role and attributes (not their values) are the same. */
export const sameForm = (a: Spot, b: Spot): boolean =>
  a.tag === b.tag && a.role === b.role && String(attributeNames(a.el)) === String(attributeNames(b.el));

/** Several children of one form, each with an address before its sentences. */
function isThread(spot: Spot, page: Outline): boolean {
  const items = spot.kids.filter((kid) => {
    const first = kid.prose > 0 ? emails(page, kid)[0] : undefined;
    return first && first.order < (page.prose[lowest(page.prose, kid.start)]?.order ?? 0);
  });
  return items.length >= 2 && new Set(items.map(form)).size === 1;
}

/** Messages in document order: the finds between two bodies that are nearest to the second are its header. */
export function items(
  page: Outline,
  free: readonly Find[],
  parts: readonly Range[],
  listed: readonly Range[],
): Item[] {
  let before = 0;
  const found: Item[] = [];
  for (const body of parts) {
    if (body.start < before || isLinked(body.spot)) continue;
    const header = between(free, before, body.start - 1).filter(isEmail);
    const depth = (find: Find): number => common(find.spot, body.spot).depth;
    const deepest = (all: readonly Find[]): number => Math.max(...all.map(depth));
    // Whom only a tooltip names ("other hint") wrote nothing, nor did a record's owner who stands above its notes.
    const senders = header.filter(({ label, via }) => !/recipient|staff|other hint/.test(`${label} ${via}`));
    // The recipients may stand a little nearer to the body; what is far from both is of the page.
    const nearest = deepest(senders) > deepest(header) - FAR ? deepest(senders) : null;
    const sender = senders.find((find) => depth(find) === nearest);
    const at = sender?.order ?? before;
    // Before a list stands whose it is: what is told below it is not theirs.
    const behind = listed.some(({ start }) => at < start && start < body.start);
    const time = page.times.filter((one) => one.order >= at - 12 && one.order <= body.start).pop();
    if (sender && (sender.label || !behind)) found.push({ body, sender, at: time?.at ?? null });
    before = body.end;
  }
  return found;
}

/** Mostly the text of links: a line of a list, whatever it says. */
export const isLinked = (spot: Spot): boolean => spot.linked * 3 > spot.text * 2;
