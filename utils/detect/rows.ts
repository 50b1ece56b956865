import { textContent } from './dom';
import { isHeader, labelOf } from './labels';
import { type Find, type Outline, type Spot, upward } from './spot';
import { between, emails, form, isLinked, type Range, rangeOf } from './structure';

export interface Row extends Range {
  find: Find;
}

/** Lines that a record's own table of addresses may have. */
const FEW_LINES = 12;

/** Characters of an icon's name, as icon fonts write it. */
const PICTURE = 8;
/** Children of one form that make a list, whatever they hold. */
export const LIKE = 5;

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
    if (find && fieldsIn(page, kid) < 2 && isLine(kid, inside)) lines.push({ ...rangeOf(kid), find });
  }
  const addressed = inbox(spot, page);
  const named = amongNames(spot, page, addressed);
  if (named.length > 0) return named;
  const few = lines.length > 0 && lines.length <= FEW_LINES;
  if (few && (isRecord(page, lines) || isPeople(page, lines) || isSheet(spot))) return [];
  const sure = lines.length > 0 && lines.every((line) => isSureLine(line.spot));
  const like = spot.kids.filter((kid) => kid.tag === lines[0]?.spot.tag).length;
  if (sure) return isChosen(spot, lines) || areChips(lines) ? [] : lines;
  if (isMailbox(addressed, page)) return addressed;
  const lone = lines.length < 3 && !(lines.length === 2 && like > 2 && lines.every(isLedBy));
  if (lone || lines.length * 2 < like) return [];
  return isHeaderBlock(lines, page) ? [] : lines;
}

/** Recipients of a mail being written, chosen one by one from a list that has closed. */
const isChosen = (spot: Spot, lines: readonly Row[]): boolean =>
  lines.every(({ find }) => find.label === 'recipient') &&
  upward(spot, 8, ({ editors }) => editors > 0) !== null;

/** Texts of a line that are shown, besides addresses. */
const saidIn = (page: Outline, { start, end }: Spot): Array<{ order: number; text: string }> =>
  between(page.state.shorts, start, end).filter(({ spot }) => spot.zone !== 'folded');

/** One or two that show nothing but who they are, and perhaps a picture's name: the parties to something. */
const areChips = (lines: readonly Row[]): boolean =>
  lines.length < 3 &&
  lines.every(({ spot, find }) => spot.checkboxes === 0 && spot.text - find.name.length <= PICTURE);

/**
 * Lines of a list that names people and shows the address only of who has no name: several children of one form,
 * each with more than one text, and the address stands where the others' names do.
 */
function amongNames(spot: Spot, page: Outline, lines: Row[]): Row[] {
  const [first] = lines;
  if (!first || spot.kids.length < LIKE) return [];
  const like = spot.kids.filter(
    (kid) =>
      form(kid) === form(first.spot) && (kid.prose === 0 || isLinked(kid)) && saidIn(page, kid).length > 1,
  );
  const leads = ({ spot: line, find }: Row): boolean =>
    find.label === null && like.includes(line) && (saidIn(page, line)[0]?.order ?? 0) > find.order;
  return like.length >= LIKE && lines.every(leads) ? lines : [];
}

/** The address comes first in its line: in a header a label would stand before it. */
const isLedBy = ({ spot, find }: Row): boolean => {
  const text = (textContent(spot.el) ?? '').trim();
  return text.toLowerCase().startsWith(find.value) || (find.name !== '' && text.startsWith(find.name));
};

/** Siblings of one form, most of them with an address and a time: the lines of a mailbox, whatever they are built of. */
function isMailbox(lines: Row[], page: Outline): boolean {
  const alike = lines.every((line) => line.spot.kids.length > 1 && line.spot.tag === lines[0]?.spot.tag);
  const timed = lines.filter((line) => isTimed(line.spot, page)).length;
  // A head of columns, "Date" before the first line, is no label of its own as a mail's header has them.
  const bare = lines.every((line) =>
    emails(page, line.spot).every(({ label }) => !label || label === 'other'),
  );
  // A subject may be a sentence; where most lines hold some they are the messages of a thread.
  const told = lines.filter((line) => line.spot.prose > 0).length;
  const plain = bare && told * 2 < lines.length;
  return lines.length >= 3 && alike && plain && timed === lines.length && !isHeaderBlock(lines, page);
}

/** The children that hold an address and little else. */
const inbox = (spot: Spot, page: Outline): Row[] =>
  spot.kids.flatMap((kid) => {
    const [find] = kid.text < 600 && kid.editors === 0 ? emails(page, kid) : [];
    return find ? [{ ...rangeOf(kid), find }] : [];
  });

const isTimed = (kid: Spot, page: Outline): boolean =>
  between(page.times, kid.start, kid.end).length > 0 ||
  /(?<![\d+-])\d{1,2}([:：/]\d\d|[.月] ?\d)(?!\d)/u.test((textContent(kid.el) ?? '').slice(0, 700));

function isLine(kid: Spot, inside: Find[]): boolean {
  const shown = ({ via, value }: Find): number => (via === 'text' || via === 'link' ? value.length : 0);
  const length = inside.reduce((sum, find) => sum + shown(find) + find.name.length, 0);
  const rest = kid.text - length;
  const shaped =
    /^(tr|li|a|article)$/.test(kid.tag) || /^(row|option|listitem|treeitem|link)$/.test(kid.role);
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

/** A record drawn as a table: its lines begin with what they tell. The lines of a list begin with whom. */
export const isSheet = ({ kids }: Spot): boolean =>
  kids.filter(({ kids: [lead, value] }) => lead && value && labelOf((textContent(lead.el) ?? '').trim()))
    .length > 1;

/** A form whose filled fields come before the lines: a record's own addresses. Those of a dialog come after its list. */
export const isRecord = ({ state }: Outline, [first]: ReadonlyArray<{ start: number }>): boolean =>
  state.fields.filter(({ order }) => first && order < first.start).length >= 2;

const fieldsIn = (page: Outline, spot: Spot): number =>
  page.state.fields.filter((field) => spot.start <= field.order && field.order <= spot.end).length;

const isSureLine = (kid: Spot): boolean =>
  /^(row|option|treeitem)$/.test(kid.role) || (kid.tag === 'tr' && kid.checkboxes > 0 && kid.text < 600);

/** A label leads the line, in whatever language: its name would stand there in a list. */
export const isLabelled = ({ find, spot }: Pick<Row, 'find' | 'spot'>, page: Outline): boolean =>
  isHeader(find.label) || /[:：]\s*$/u.test(saidIn(page, spot)[0]?.text ?? '');

/** From, To, Cc below each other are lines of one header, not of a list: their labels differ. */
function isHeaderBlock(lines: Row[], page: Outline): boolean {
  const labels = new Set(lines.map((line) => line.find.label));
  const values = new Set(lines.map((line) => line.find.value));
  if (values.size < 2 && lines.length > 1) return true;
  // The head of a table may label its first line; a header's lines have labels of their own.
  if (lines.every((line) => isLabelled(line, page))) return true;
  const [, ...rest] = lines;
  const said = rest.filter((line) => line.find.label !== null);
  const bare = said.length * 3 <= rest.length && !said.some(({ find }) => isHeader(find.label));
  if ((bare && rest.length > 1) || lines.length > FEW_LINES) return false;
  const parties = labels.has('sender') || labels.has('customer');
  return labels.size > 1 || labels.has('recipient') || (lines.length < 3 && parties);
}
