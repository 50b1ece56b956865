import type { Own } from './own';
import type { Find, Outline } from './spot';
import { between, type Item, type Range, type Row, within } from './structure';
import { agrees, type Subject } from './subject';
import type { Candidate } from './types';

/** What the structure of the page says, for the ranking. */
export interface Reading {
  page: Outline;
  rows: Row[];
  bodies: Range[];
  items: Item[];
  subject: Subject;
  own: Own;
  /** The page shows the user's own sent mail. */
  sent: boolean;
  /** A frame inside a page that holds nothing but running text: a message body. */
  bodyOnly: boolean;
  /** Addresses that the site file reads as the counterpart or as other parties. */
  site: { counterpart: ReadonlySet<string>; participant: ReadonlySet<string> };
}

export interface Ranked {
  find: Find;
  place: 'free' | 'body' | 'row' | 'nav' | 'crowd' | 'compose';
  score: number;
  evidence: string;
}

/** Addresses in one group beyond which none of them stands out: a distribution list. */
const CROWD = 5;
/** Below this an address is shown as a party, never as the one that the page is about. */
export const LEAST_COUNTERPART = 0.45;
const MOST = 0.97;

const LABEL_WEIGHT = {
  sender: 0.2,
  customer: 0.22,
  email: 0.06,
  recipient: -0.25,
  staff: -0.35,
  company: -0.15,
  other: -0.15,
  phone: 0,
} as const;
const SECTION_WEIGHT = {
  sender: 0,
  customer: 0.12,
  email: 0,
  recipient: -0.05,
  staff: -0.2,
  company: -0.15,
  other: -0.15,
  phone: 0,
} as const;

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
  if (find.via === 'text' && find.context.length > find.value.length + find.name.length + 60) return true;
  const parent = find.spot.tag === 'a' ? find.spot.parent : find.spot;
  return (
    parent !== null && parent.prose > 0 && parent.controls <= 1 && /^(p|li|td|pre|span)$/.test(parent.tag)
  );
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
  const groups = new Map<unknown, Find[]>();
  for (const find of finds) {
    for (const key of [find.spot, find.spot.parent, find.spot.parent?.parent]) {
      if (!key) continue;
      const group = groups.get(key) ?? [];
      group.push(find);
      groups.set(key, group);
    }
  }
  const crowd = new Set<Find>();
  for (const group of groups.values()) {
    const values = new Set(group.map((find) => find.value));
    if (values.size <= CROWD) continue;
    for (const find of group) if (find.label !== 'sender' && find.label !== 'customer') crowd.add(find);
  }
  return crowd;
}

function waysOf(find: Find): number {
  if (find.via === 'attribute' || find.via === 'link') return 0.1;
  if (find.via === 'json') return 0.02;
  return find.name !== '' || find.via === 'value' ? 0.1 : 0.05;
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
  if (find.label) say(LABEL_WEIGHT[find.label], `labelled ${find.label}`);
  if (find.section) say(SECTION_WEIGHT[find.section], `in a ${find.section} section`);
  if (find === lead) say(0.14, 'header address of the newest message or first in the page');
  if (subject.name !== '' && find.name === subject.name) say(0.2, 'its name is the heading');
  else if (subject.name !== '' && agrees(subject.name, find.value))
    say(subject.inTitle ? 0.18 : 0.1, 'goes with the heading');
  if (find.spot.zone === 'aside') say(-0.04, '');
  if (own.isColleague(find.value)) {
    say(-0.35, '');
    reasons.push("in the user's own domain");
  }
  return [Math.max(0.1, Math.min(MOST, score)), reasons.join(', ') || 'address in the page'];
}

/** The address that leads: the newest message's sender who is not the user, else the first party of the page. */
export function leadOf(free: readonly Find[], reading: Reading): Find | null {
  const foreign = (find: Find | null): find is Find =>
    find !== null && !reading.own.isOwn(find.value) && !reading.own.isColleague(find.value);
  const senders = reading.items.filter((item) => foreign(item.sender));
  const dated = senders.filter((item) => item.at !== null).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const newest = (
    dated.length === senders.length && dated.length > 1 ? dated[0] : senders[senders.length - 1]
  )?.sender;
  if (newest) return newest;
  return (
    free.find((find) => foreign(find) && find.label !== 'recipient' && find.label !== 'staff') ??
    free.find(foreign) ??
    null
  );
}

/** The user's own mail: the one who opened it is own, or the page says so; then its recipient is the one. */
export function isOwnMail(free: readonly Find[], reading: Reading): boolean {
  if (reading.sent) return true;
  const others = free.filter((find) => !reading.own.isOwn(find.value));
  const speakers = reading.items.map((item) => item.sender).filter((find) => find !== null);
  const first = speakers.length > 0 ? speakers : free.slice(0, 1);
  return first.length > 0 && first.every((find) => reading.own.isOwn(find.value)) && others.length > 0;
}

export const recipientsAfter = (free: readonly Find[], from: Find, bodies: readonly Range[]): Find[] => {
  const end = bodies.find((body) => body.start > from.order)?.start ?? Number.MAX_SAFE_INTEGER;
  return between(free as Find[], from.order + 1, end);
};

/** Best first; equal scores keep the order of the page. */
export const byConfidence = (a: Candidate, b: Candidate): number => b.confidence - a.confidence;
