import { attributeNames, textContent } from './dom';
import { labelOf } from './labels';
import { common, type Find, type Outline, type Spot } from './spot';

/** A stretch of the page in document order. */
export interface Range {
  start: number;
  end: number;
  spot: Spot;
}

export interface Row extends Range {
  find: Find;
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
/** Controls inside running text: what folds a quoted part. */
const TOGGLES = 3;

/** Lines that a record's own table of addresses may have. */
const FEW_LINES = 12;

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
  const finds = page.finds.filter((find) => !within(find.order, listed));
  seek(page.root, { ...page, finds }, found);
  for (const spot of page.spots)
    if (spot.zone === 'quote') found.push({ start: spot.start, end: spot.end, spot });
  return found.sort((a, b) => a.start - b.start);
}

function seek(spot: Spot, page: Outline, found: Range[]): void {
  if (spot.prose === 0) return;
  const direct = spot.prose > spot.kids.reduce((sum, kid) => sum + kid.prose, 0);
  const quiet = spot.controls === 0 && spot.links <= HOST_LINKS;
  // Running text with a toggle or two in it ("show quoted text") is a body as well.
  if (quiet || (direct && spot.controls <= TOGGLES)) carve(spot, page, found);
  else for (const kid of spot.kids) seek(kid, page, found);
}

const isEmail = (find: Find): boolean => find.kind === 'email';
const emails = (page: Outline, range: { start: number; end: number }): Find[] =>
  between(page.finds, range.start, range.end).filter(isEmail);

function carve(spot: Spot, page: Outline, found: Range[]): void {
  const prose = page.prose[lowest(page.prose, spot.start)]?.order ?? spot.end;
  const first = emails(page, spot)[0];
  const whole = { start: spot.start, end: spot.end, spot };
  if (!first || first.order >= prose) {
    // Where no header stands before it, labelled addresses after a sentence are the page's fields.
    const fields = first?.label && page.finds.find(isEmail) === first;
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
  else found.push({ start: kid.start, end: kid.end, spot: kid });
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
    else found.push({ start: kid.start, end: kid.end, spot: kid });
  });
}

const form = (spot: Spot): string => `${spot.tag}/${spot.role}/${spot.kids[0]?.tag ?? ''}`;

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
export function items(page: Outline, free: readonly Find[], parts: readonly Range[]): Item[] {
  let before = 0;
  const found: Item[] = [];
  for (const body of parts) {
    if (body.start < before || isLinked(body.spot)) continue;
    const header = between(free, before, body.start - 1).filter((find) => find.kind === 'email');
    const depths = header.map((find) => common(find.spot, body.spot).depth);
    const deepest = Math.max(...depths);
    const sender = header.find((find, at) => depths[at] === deepest && find.label !== 'recipient');
    const from = sender?.order ?? before;
    const time = page.times.filter((one) => one.order >= from - 12 && one.order <= body.start).pop();
    if (sender) found.push({ body, sender, at: time?.at ?? null });
    before = body.end;
  }
  return found;
}

/** List lines: several siblings of one form, each with its own address and little text. */
export function rows(page: Outline): Row[] {
  const found: Row[] = [];
  let past = -1;
  for (const spot of page.spots) {
    if (spot.start <= past || spot.kids.length === 0 || spot.zone === 'nav') continue;
    const inside = emails(page, spot);
    if (inside.length === 0) continue;
    const lines = linesOf(spot, page);
    if (lines.length === 0) continue;
    found.push(...lines);
    past = spot.end;
  }
  return found;
}

function linesOf(spot: Spot, page: Outline): Row[] {
  const lines: Row[] = [];
  for (const kid of spot.kids) {
    const inside = kid.text < 1_200 ? emails(page, kid) : [];
    const find = inside[0];
    if (find && fieldsIn(page, kid) < 2 && isLine(kid, inside))
      lines.push({ start: kid.start, end: kid.end, spot: kid, find });
  }
  if (lines.length <= FEW_LINES && (isRecord(page, lines) || isPeople(page, lines))) return [];
  const sure = lines.length > 0 && lines.every((line) => isSureLine(line.spot));
  const like = spot.kids.filter((kid) => kid.tag === lines[0]?.spot.tag).length;
  if (sure) return lines;
  if (isMailbox(spot, page)) return inbox(spot, page);
  const few = lines.length < (lines.every(isLedBy) && like > 2 ? 2 : 3);
  if (few || lines.length * 2 < like) return [];
  return isHeaderBlock(lines) ? [] : lines;
}

/** The address comes first in its line: in a header a label would stand before it. */
const isLedBy = ({ spot, find }: Row): boolean => {
  const text = (textContent(spot.el) ?? '').trim();
  return text.toLowerCase().startsWith(find.value) || (find.name !== '' && text.startsWith(find.name));
};

/** Siblings of one form, most of them with an address and a time: the lines of a mailbox, whatever they are built of. */
function isMailbox(spot: Spot, page: Outline): boolean {
  const lines = inbox(spot, page);
  const alike = lines.every((line) => line.spot.kids.length > 1 && line.spot.tag === lines[0]?.spot.tag);
  const timed = lines.filter((line) => isTimed(line.spot, page)).length;
  const plain = lines.every((line) => line.find.label === null && line.spot.prose === 0);
  return lines.length >= 3 && alike && plain && timed === lines.length && !isHeaderBlock(lines);
}

/** The children that hold an address and little else. */
const inbox = (spot: Spot, page: Outline): Row[] =>
  spot.kids.flatMap((kid) => {
    const [find] = kid.text < 600 && kid.editors === 0 ? emails(page, kid) : [];
    return find ? [{ start: kid.start, end: kid.end, spot: kid, find }] : [];
  });

const isTimed = (kid: Spot, page: Outline): boolean =>
  between(page.times, kid.start, kid.end).length > 0 ||
  /(?<![\d+-])\d{1,2}([:：/]\d\d|[.月] ?\d)(?!\d)/u.test((textContent(kid.el) ?? '').slice(0, 700));

/** Mostly the text of links: a line of a list, whatever it says. */
const isLinked = (spot: Spot): boolean => spot.linked * 3 > spot.text * 2;

function isLine(kid: Spot, inside: Find[]): boolean {
  const shown = ({ via, value }: Find): number => (via === 'text' || via === 'link' ? value.length : 0);
  const length = inside.reduce((sum, find) => sum + shown(find) + find.name.length, 0);
  const rest = kid.text - length;
  const shaped = /^(tr|li|a)$/.test(kid.tag) || /^(row|option|listitem|treeitem|link)$/.test(kid.role);
  if (kid.prose > 0) return /^(tr|tbody)$/.test(kid.tag) || isSureLine(kid) || isLinked(kid);
  return shaped
    ? rest > 0 || kid.kids.length > 1
    : (rest > 8 || kid.kids.length > 2) && (kid.controls > 0 || kid.linked > 0);
}

/** A card in a section of people: those who belong to a company's record. */
const isCard = ({ find, spot }: Row): boolean =>
  find.section === 'other' && !/^(tr|a)$/.test(spot.tag) && !isSureLine(spot);

/** Cards under a heading of their own, below another one that says whose they are. */
const isPeople = (page: Outline, lines: readonly Row[]): boolean =>
  lines.every(isCard) &&
  page.headings.some(({ order, text }) => order < (lines[0]?.start ?? 0) && labelOf(text) === null);

/** A form whose fields are filled in, with the lines among them: a record's own addresses, not a list. */
function isRecord(page: Outline, lines: readonly Row[]): boolean {
  return page.state.fields.filter((field) => !within(field.order, lines)).length >= 2;
}

const fieldsIn = (page: Outline, spot: Spot): number =>
  page.state.fields.filter((field) => spot.start <= field.order && field.order <= spot.end).length;

const isSureLine = (kid: Spot): boolean =>
  /^(row|option|treeitem)$/.test(kid.role) || (kid.tag === 'tr' && kid.checkboxes > 0 && kid.text < 600);

/** From, To, Cc below each other are lines of one header, not of a list: their labels differ. */
function isHeaderBlock(lines: Row[]): boolean {
  const labels = new Set(lines.map((line) => line.find.label));
  const values = new Set(lines.map((line) => line.find.value));
  if (values.size < 2 && lines.length > 1) return true;
  const parties = [...labels].filter(
    (label) => label === 'sender' || label === 'recipient' || label === 'customer',
  );
  // The head of a table may label its first line; a header's lines have labels of their own.
  const bare = lines.length > 2 && lines.slice(1).every((line) => line.find.label === null);
  if (bare || lines.length > FEW_LINES) return false;
  return labels.size > 1 || parties.includes('recipient') || (lines.length < 3 && parties.length > 0);
}
