import { ANSWERS_GO_THERE } from '../customer/page-evidence';
import type { Own } from './own';
import type { Row } from './rows';
import { branches, common, type Find, type Outline, type Spot, upward } from './spot';
import { type Item, type Range, sameForm, within } from './structure';
import { agrees, type Subject } from './subject';
import type { Label } from './types';

/** What the structure of the page says, for the ranking. */
export interface Reading {
  page: Outline;
  rows: Row[];
  bodies: Range[];
  items: Item[];
  subject: Subject;
  /** Who stands before the recipients in the heads of mails. */
  heads: Find[];
  own: Own;
  /** The page shows the user's own sent mail. */
  sent: boolean;
  /** A frame inside a page that holds nothing but running text: a message body. */
  bodyOnly: boolean;
  /** A page to sign in or to set things: it is about nobody. */
  about: 'somebody' | 'nobody';
  /** Addresses that the site file reads as the counterpart or as other parties. */
  site: { counterpart: ReadonlySet<string>; participant: ReadonlySet<string> };
}

export interface Ranked {
  find: Find;
  place: 'free' | 'body' | 'row' | 'nav' | 'crowd' | 'compose' | 'folded';
  score: number;
  evidence: string;
}

/** Addresses in one group beyond which none of them stands out: a distribution list. */
const CROWD = 5;
/** Below this an address is shown as a party, never as the one that the page is about. */
export const LEAST_COUNTERPART = 0.45;
const MOST = 0.97;
/** Levels between a header's address and the element that holds the whole header. */
const HEADER_LEVELS = 6;

/** What a label adds; one that is not here adds nothing. */
const LABEL_WEIGHT: Partial<Record<Label, number>> = {
  sender: 0.08,
  customer: 0.16,
  email: 0.06,
  recipient: -0.25,
  staff: -0.35,
  company: -0.15,
  other: -0.15,
  reply: -0.15,
};
const SECTION_WEIGHT: Partial<Record<Label, number>> = {
  customer: 0.12,
  recipient: -0.05,
  staff: -0.2,
  company: -0.15,
  other: -0.15,
};

/**
 * Addresses in folded parts that count: the recipients in the details of a header that is shown, and the authors
 * in a quoted mail. All else that is hidden is another view.
 */
export function foldedParties(
  reading: Reading,
  free: readonly Find[],
): Array<Pick<Ranked, 'find' | 'place'>> {
  const near = (a: Spot, b: Spot, levels: number): boolean => a.depth - common(a, b).depth <= levels;
  return reading.page.folded.flatMap((find): Array<Pick<Ranked, 'find' | 'place'>> => {
    if (find.kind !== 'email') return [];
    const quoted = find.label === 'sender' && reading.bodies.some((body) => near(body.spot, find.spot, 2));
    if (quoted || within(find.order, reading.bodies)) return [{ find, place: 'body' }];
    const header = (head: Find): boolean =>
      near(head.spot, find.spot, HEADER_LEVELS) && common(head.spot, find.spot).prose === 0;
    return find.label === 'recipient' && free.some(header) ? [{ find, place: 'folded' }] : [];
  });
}

/** Two or more addresses in a section of people, and none outside: the page of a company. */
export const isPeoplePage = ({ page, rows, bodies, own }: Reading): boolean => {
  const free = page.finds.filter(
    ({ kind, order, spot, value, label }) =>
      kind === 'email' &&
      spot.zone !== 'nav' &&
      label !== 'staff' &&
      !within(order, rows) &&
      !within(order, bodies) &&
      !own.isOwn(value) &&
      !own.isColleague(value),
  );
  const people = free.filter(({ section }) => section === 'other');
  return people.length === free.length && new Set(people.map(({ value }) => value)).size > 1;
};

/** An item is open, perhaps beside the list that it was chosen from. */
export const isOpened = ({ items, rows }: Reading): boolean =>
  items.some((item) => !within(item.body.start, rows));

export function placeOf(find: Find, reading: Reading, crowds: ReadonlySet<Find>): Ranked['place'] {
  if (within(find.order, reading.rows)) return 'row';
  if (find.spot.zone === 'nav') return 'nav';
  if (reading.bodyOnly || find.quoted || find.spot.zone === 'quote' || within(find.order, reading.bodies))
    return 'body';
  if (inSentence(find)) return 'body';
  if (isComposed(find)) return 'compose';
  return crowds.has(find) ? 'crowd' : 'free';
}

/** Inside a paragraph: named by the text, not by the page. */
function inSentence(find: Find): boolean {
  const parent = find.spot.tag === 'a' ? find.spot.parent : find.spot;
  return parent !== null && parent.prose > 0 && parent.controls <= 1 && /^(p|li|td|span)$/.test(parent.tag);
}

/** A recipient in a form that has an editor: a mail being written. */
function isComposed(find: Find): boolean {
  if (find.label !== 'recipient') return false;
  for (let at = find.spot.parent, level = 0; at && level < 8; at = at.parent, level++) {
    if (at.editors > 0) return at.prose === 0 || at.tag === 'form';
    if (at.tag === 'form' || at.role === 'dialog') return false;
  }
  return false;
}

/** Many addresses side by side in one parent or grandparent: recipients of a circular, members of a list. */
export function crowdsOf(finds: readonly Find[]): Set<Find> {
  const crowd = new Set<Find>();
  for (const level of [0, 1, 2]) {
    const groups = new Map<Spot | null, Find[]>();
    for (const find of finds) {
      const at = upward(find.spot, level + 1, ({ depth }) => depth === find.spot.depth - level);
      const group = groups.get(at) ?? [];
      groups.set(at, group);
      if (at) group.push(find);
    }
    for (const group of groups.values())
      if (new Set(group.map(({ value }) => value)).size > CROWD)
        for (const find of group) if (!/sender|customer/.test(`${find.label}`)) crowd.add(find);
  }
  return crowd;
}

function waysOf({ via, name }: Find): number {
  if (via === 'json') return 0.02;
  return name !== '' || /attribute|link|value/.test(via) ? 0.1 : 0.05;
}

/** Score and reason of one address outside lists and bodies. */
export function scoreFree(find: Find, reading: Reading, lead: Find | null): [number, string] {
  const { subject, own } = reading;
  const reasons: string[] = [];
  let score = 0.5 + waysOf(find) + (find.name === '' ? 0 : 0.04);
  const say = (weight: number, reason: string): void => {
    score += weight;
    if (weight > 0) reasons.push(reason);
  };
  if (find.label) say(LABEL_WEIGHT[find.label] ?? 0, `labelled ${find.label}`);
  if (find.label === 'reply') reasons.push(ANSWERS_GO_THERE);
  if (find.section) say(SECTION_WEIGHT[find.section] ?? 0, `in a ${find.section} section`);
  if (find === lead) say(find.label === 'sender' ? 0.26 : 0.18, 'leads the newest message or the page');
  if (subject.name !== '' && find.name === subject.name) say(0.2, 'its name is the heading');
  else if (subject.name !== '' && agrees(subject.name, find.value))
    say(subject.inTitle ? 0.18 : 0.1, 'goes with the heading');
  if (isTitled(find, reading)) say(0.16, 'its name is in the title');
  if (find.spot.zone === 'aside') say(-0.04, '');
  if (own.isColleague(find.value)) {
    say(-0.35, '');
    reasons.push("in the user's own domain");
  }
  return [Math.max(0.1, Math.min(MOST, score)), reasons.join(', ') || 'address in the page'];
}

/** The address that leads: in a thread the newest message's sender who is not the user, else the first party. */
export function leadOf(free: readonly Find[], reading: Reading): Find | null {
  const foreign = (find: Find): boolean =>
    !reading.own.isOwn(find.value) && !reading.own.isColleague(find.value);
  const thread = threadOf(reading.items).filter(
    ({ sender }) => foreign(sender) && !reading.own.isHosts(sender.value) && free.includes(sender),
  );
  const dated = thread.filter((item) => item.at !== null).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const newest = dated.length === thread.length && dated.length > 1 ? dated[0] : thread[thread.length - 1];
  // Whom the page calls its customer is not the one of us who answered last, whether or not we are known.
  const called = thread.find(({ sender }) =>
    free.some((find) => find.value === sender.value && isCustomers(find)),
  );
  if (newest) return (called ?? newest).sender;
  const titled = free.find((find) => foreign(find) && isTitled(find, reading));
  if (titled) return titled;
  const parties = free.filter((find) => foreign(find) && !BESIDE.test(`${find.label} ${find.section}`));
  // A column that comes first in the document (what was open lately, a queue) still stands beside the page.
  const inside = parties.filter(({ spot }) => spot.zone !== 'aside');
  const said = saidOf(inside, reading);
  const party = said ?? inside[0] ?? parties[0];
  const others = free.filter(foreign);
  return party ?? others.find(({ label }) => label !== 'staff') ?? others[0] ?? null;
}

/** Who a label or a mail's head says it is, though another address comes before; what follows a head may be forged. */
function saidOf([first, ...more]: readonly Find[], { heads, subject }: Reading): Find | undefined {
  if (heads.length === 0) return more.find(({ label }) => label === 'customer' && first?.label === null);
  const at = subject.heading?.order ?? 0;
  return first && first.order < at ? more.find((find) => heads.includes(find) && find.order > at) : undefined;
}

/** The document's title names this party: what a record or a conversation is called after. */
const isTitled = ({ name, label, section }: Find, { page }: Reading): boolean =>
  name.length > 3 && page.state.title.includes(name) && !BESIDE.test(`${label} ${section}`);

const isCustomers = ({ label, section }: Find): boolean => label === 'customer' || section === 'customer';

/** Labels of those who are on a page beside the one it is about. */
const BESIDE = /recipient|staff|company|other|reply/;

/**
 * The messages that stand side by side in the same form. What a body imitates stands inside the first message,
 * never beside it, and so is no part of the thread.
 */
function threadOf(items: readonly Item[]): Item[] {
  const thread = new Set<Item>();
  items.forEach((item, index) => {
    const next = items[index + 1];
    if (!next) return;
    const [left, right] = branches(item.sender.spot, next.sender.spot);
    if (left && right && sameForm(left, right)) thread.add(item).add(next);
  });
  return [...thread];
}

/** The user's own mail: the one who opened it is own, or the page says so; then its recipient is the one. */
export function isOwnMail(free: readonly Find[], reading: Reading): boolean {
  if (reading.sent) return true;
  const others = free.filter((find) => !reading.own.isOwn(find.value));
  const speakers = reading.items.map((item) => item.sender);
  // An account's address above a record is no header's: where nothing is opened, somebody is written to.
  const head = others.some(({ label }) => label === 'recipient') ? free.slice(0, 1) : [];
  const first = speakers.length > 0 ? speakers : head;
  const ours = (find: Find): boolean => reading.own.isOwn(find.value) || reading.own.isColleague(find.value);
  return first.length > 0 && first.every(ours) && others.length > 0;
}
