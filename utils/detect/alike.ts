import { isHeader } from './labels';
import type { Reading } from './rank';
import { isLabelled, isRecord, isSheet } from './rows';
import { type Find, type Outline, type Spot, upward } from './spot';
import { emails, sameForm } from './structure';
import { agrees } from './subject';

/** From how many on parts of one form are a list of people: two may be both sides of something, though not below heads of columns. */
const SEVERAL = 3;
const LINES = 2;
const COLUMNS = 4;
/** Levels from an address up to the part that is repeated. */
const LEVELS = 12;
/** Characters in a part besides the address and its name, and in a line of a table. */
const LITTLE = 40;
const LINE = 300;

/**
 * Addresses of parts that repeat one form and hold hardly more than who somebody is (a short list, a company's people,
 * a team), each with what it stands in: nothing singles one of them out but what stands outside the parts, a heading or
 * the title.
 */
export function alike(free: readonly Find[], reading: Reading): Map<Find, 'part' | 'line'> {
  const found = new Map<Find, 'part' | 'line'>();
  const known = new Set<Spot | null>();
  for (const { spot } of free)
    upward(spot, LEVELS, (at) => {
      if (known.has(at.parent)) return true;
      known.add(at.parent);
      const parts = partsBeside(at, reading);
      for (const find of free)
        if (parts.some((part) => holds(part, find)) && !isSingled(find, parts, reading))
          found.set(find, isLine(at) ? 'line' : 'part');
    });
  return found;
}

const holds = ({ start, end }: Spot, { order }: { order: number }): boolean => start <= order && order <= end;

function isSingled({ name, value }: Find, parts: readonly Spot[], { page, subject }: Reading): boolean {
  const { heading } = subject;
  const said = heading !== null && !parts.some((part) => holds(part, heading));
  return (said && agrees(subject.name, value)) || (name.length > 3 && page.state.title.includes(name));
}

/** The parts of one form under the element's parent; none where they are few, tell themselves apart or are a mail's header. */
function partsBeside(at: Spot, { page, items, heads }: Reading): Spot[] {
  const lines = isLine(at);
  const like = (at.parent?.kids ?? []).filter((kid) =>
    lines
      ? kid.tag === at.tag && kid.role === at.role && kid.kids.length === at.kids.length
      : sameForm(kid, at),
  );
  const parts = like.filter((kid) => isPerson(kid, page, lines ? LINE : LITTLE));
  const finds = parts.flatMap((part) => emails(page, part));
  const labels = new Set(parts.map((part) => emails(page, part)[0]?.label));
  const values = new Set(finds.map(({ value }) => value));
  // A header's lines of the same form also tell a subject and a date.
  const few = lines ? like.length < LINES : values.size < SEVERAL || parts.length < like.length;
  const senders = lines ? [] : [...heads, ...items.map(({ sender }) => sender)];
  const header = finds.some((find) => isHeader(find.label) || senders.includes(find));
  return few || header || labels.size > 1 || isRecord(page, parts) ? [] : parts;
}

/** A line of a table that has heads for its columns, or many columns: those of a record's own table are labels and values. */
function isLine({ tag, role, parent, kids }: Spot): boolean {
  if (!parent || (tag !== 'tr' && role !== 'row')) return false;
  const groups = [parent, ...(parent.parent?.kids ?? [])];
  const isHead = (cell: Spot) => cell.tag === 'th' || cell.role === 'columnheader';
  const headed = groups.some(({ kids }) => kids.some((row) => row.kids.length > 1 && row.kids.every(isHead)));
  return headed || (kids.length > COLUMNS && !isSheet(parent));
}

function isPerson(part: Spot, page: Outline, most: number): boolean {
  const [first, ...more] = emails(page, part);
  if (
    !first ||
    part.prose > 0 ||
    isLabelled({ spot: part, find: first }, page) ||
    more.some(({ value }) => value !== first.value)
  )
    return false;
  return part.text - first.value.length - first.name.length <= most;
}
