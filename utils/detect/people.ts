import { alike } from './alike';
import { isBehind } from './behind';
import { isBeside } from './labels';
import { byRole } from './order';
import { ownName } from './own';
import {
  crowdsOf,
  foldedParties,
  isOpened,
  isOwnMail,
  isPeoplePage,
  LEAST_COUNTERPART,
  leadOf,
  placeOf,
  type Ranked,
  type Reading,
  scoreFree,
} from './rank';
import { LIKE } from './rows';
import type { Find } from './spot';
import { isEmail, within } from './structure';
import { agrees, isPersonal, nameOnPage, namesAbove } from './subject';
import type { Candidate, Role } from './types';

/** Confidence of an address in a body: quoted original sender, or only mentioned. */
const QUOTED = 0.4;
const MENTIONED = 0.2;
/** Of the quoted sender in a mail that a colleague passed on: who else should it be about? */
const PASSED_ON = 0.5;
const QUOTED_SENDER = 'quoted original sender';
const AMONG = 0.4;
const HIDDEN = 0.25;
const AMONG_PEOPLE = 'one of several people of this page';
const MENTION = 'mentioned in the text';
const COMPOSED = 'recipient of a mail being written';
const LISTED = 0.6;
const COLLEAGUE_ALONE = 0.5;
/** Of a colleague where anyone else is party to the item. */
const BESIDE_OTHERS = 0.2;

/** Every address of the page once, with its role: the best of its places decides. */
export function people(reading: Reading): Candidate[] {
  const finds = reading.page.finds.filter(isEmail);
  const none = new Set<Find>();
  const crowds = crowdsOf(finds.filter((find) => placeOf(find, reading, none) === 'free'));
  const placed: Array<Pick<Ranked, 'find' | 'place'>> = finds.map((find) => ({
    find,
    place: placeOf(find, reading, crowds),
  }));
  const free = placed.filter((one) => one.place === 'free').map((one) => one.find);
  const folded = foldedParties(reading, free);
  placed.push(...folded);
  const to = folded.filter((one) => one.place === 'folded').map((one) => one.find);
  const named = free.filter((find) => reading.site.counterpart.has(find.value));
  const ownMail = isOwnMail([...free, ...to], reading);
  const several = alike(free, reading);
  const leaders = named.length > 0 ? named : free.filter((find) => !several.has(find));
  const first = ownMail ? null : leadOf(leaders, reading);
  const hides = first !== null && free.length > 1 && isBehind(first, free);
  const hidden = hides ? free.filter((find) => isBehind(find, free)) : [];
  const shown = leaders.filter((find) => !hidden.includes(find));
  const lead = hides ? leadOf(shown, reading) : first;
  const ranked = placed.map(({ find, place }) => {
    if (hidden.includes(find)) return { find, place, score: HIDDEN, evidence: 'behind what is open' };
    const among = named.includes(find) ? undefined : several.get(find);
    if (among === 'part') return { find, place, score: AMONG, evidence: AMONG_PEOPLE };
    return rank(find, among === 'line' ? 'row' : place, reading, lead, ownMail);
  });
  const candidates = merge(ranked, reading);
  return settle(candidates, reading);
}

function rank(
  find: Find,
  place: Ranked['place'],
  reading: Reading,
  lead: Find | null,
  ownMail: boolean,
): Ranked {
  const made = (score: number, evidence: string): Ranked => ({ find, place, score, evidence });
  if (reading.site.counterpart.has(find.value) && place !== 'row' && !reading.own.isColleague(find.value))
    return made(find.value === lead?.value ? 0.95 : 0.8, 'where the site shows the sender');
  switch (place) {
    case 'row':
      return made(LISTED, 'one line of a list');
    case 'nav':
      return made(0.15, 'in the navigation');
    case 'folded':
      return made(
        ownMail ? 0.66 : 0.4,
        ownMail ? "recipient of the user's own mail" : 'recipient in the folded header',
      );
    case 'crowd':
      return made(0.25, 'one of many addresses together');
    case 'compose':
      return made(0.4, COMPOSED);
    case 'body':
      if (find.label !== 'sender' || reading.bodyOnly) return made(MENTIONED, MENTION);
      return made(ownMail ? PASSED_ON : QUOTED, QUOTED_SENDER);
    default: {
      const [score, evidence] = scoreFree(find, reading, lead);
      if (isPeoplePage(reading) && find.section === 'other') return made(AMONG, AMONG_PEOPLE);
      const recipient = ownMail && (find.label === 'recipient' || find.label === null);
      return recipient
        ? made(Math.min(0.9, score + 0.3), "recipient of the user's own mail")
        : made(score, evidence);
    }
  }
}

function merge(ranked: readonly Ranked[], reading: Reading): Candidate[] {
  const best = new Map<string, Ranked>();
  const names = new Map<string, string>();
  const places = new Map<string, Set<string>>();
  const opened = isOpened(reading);
  // Who is party to the opened item is that, though a line of the list beside it names them too.
  const weight = ({ place, score, evidence }: Ranked): number =>
    score + (opened && place !== 'row' && place !== 'nav' && evidence !== MENTION ? 1 : 0);
  for (const one of ranked) {
    const { value, name, via } = one.find;
    const known = best.get(value);
    if (!known || weight(one) > weight(known)) best.set(value, one);
    if (name !== '' && !names.get(value) && one.place !== 'body') names.set(value, name);
    if (one.place === 'free')
      places.set(value, (places.get(value) ?? new Set()).add(via + String(one.find.section)));
  }
  return [...best].map(([value, one]) => {
    const agreed = Math.min(2, (places.get(value)?.size ?? 1) - 1) * 0.03;
    return candidate(value, one, nameOf(one, reading, names.get(value) ?? ''), agreed, reading);
  });
}

/**
 * What an address is called: by what is written with it; else by a heading or text above that goes with it, by the
 * text beside it, by a name field above, or by what it is called elsewhere on the page.
 */
function nameOf({ find, place }: Ranked, { page, subject }: Reading, elsewhere: string): string {
  const { name, guessed, value } = find;
  const certain = name !== '' && (agrees(name, value) ? !subject.name.includes(name) : !guessed);
  if (certain || place === 'body') return name || elsewhere;
  if (place === 'free' && subject.name !== '' && agrees(subject.name, value)) return subject.name;
  const { goes, labelled } = namesAbove(find, page);
  const party = place === 'free' && !isBeside(find.label);
  return goes || name || (party ? labelled : '') || elsewhere;
}

function candidate(value: string, one: Ranked, name: string, agreed: number, reading: Reading): Candidate {
  const own = reading.own.isOwn(value);
  const role: Role = own
    ? 'own'
    : one.place === 'row'
      ? 'row'
      : one.place === 'body' || one.place === 'nav'
        ? 'mention'
        : 'participant';
  const quoted = one.evidence === QUOTED_SENDER;
  const called = own ? ownName(name) : name;
  return {
    kind: 'email',
    value,
    ...(called === '' ? {} : { name: called }),
    role: quoted && !own ? 'participant' : role,
    confidence: Math.round(Math.min(0.98, own ? 0.9 : one.score + agreed) * 100) / 100,
    evidence: own ? "the user's own address" : one.evidence,
  };
}

/** Names the counterpart: the best party, where it is good enough. */
function settle(candidates: Candidate[], reading: Reading): Candidate[] {
  const parties = candidates.filter((one) => one.role === 'participant').sort(byRole);
  const foreign = parties.filter((one) => !reading.own.isColleague(one.value));
  const best = foreign[0] ?? parties[0];
  for (const one of parties) {
    if (foreign.includes(one)) continue;
    if (foreign.length > 0) one.confidence = Math.min(one.confidence, BESIDE_OTHERS);
    // A mail among colleagues: nobody else is there.
    else if (one === best && one.confidence > 0.3) one.confidence = Math.max(one.confidence, COLLEAGUE_ALONE);
  }
  const known = best && reading.about === 'somebody' && !isListHead(best, reading) && !isOneOfMany(best);
  if (best && known && best.confidence >= LEAST_COUNTERPART) crown(best, foreign.length === 1, reading);
  else for (const one of parties) one.confidence = Math.min(one.confidence, 0.4);
  return candidates;
}

/**
 * Makes it the counterpart. A name that it lacks, or has in part, the heading or the title may have, if it goes with it;
 * a Chinese person's, which the letters of an address do not tell, where nobody else is there.
 */
function crown(best: Candidate, alone: boolean, reading: Reading): void {
  const { subject, page } = reading;
  best.role = 'counterpart';
  const { value, name = '' } = best;
  const field = page.finds.some((find) => find.value === value && find.label === 'email');
  const goes = (one: string): boolean =>
    agrees(one, value) || (field && page.state.title.includes(one)) || (alone && isPersonal(one));
  const known = [subject.name, subject.titled].find((one) => one && goes(one));
  const said = name || known || nameOnPage(value, reading);
  if (said) best.name = said;
  if (agrees(subject.titled, value) && subject.titled.split(' ').includes(name)) best.name = subject.titled;
}

/** Who is written to, or whom the page is about: a list behind it is not what one is at. */
export const isAt = ({ role, evidence }: Candidate): boolean =>
  role === 'counterpart' || evidence === COMPOSED;

/** One of several in a section of people: the page is about whom they belong to. */
export const isOneOfMany = (best: Candidate): boolean => best.evidence === AMONG_PEOPLE;

/** Beside a list and with nothing opened, an address that no label or heading speaks for is the list's own. */
function isListHead(best: Candidate, reading: Reading): boolean {
  const { rows, items } = reading;
  // Of a list that names people only few lines hold an address.
  const long = rows.length > 2 || (rows[0]?.spot.parent?.kids.length ?? 0) >= LIKE;
  if (!long || items.length > 0) return false;
  // Its body may stand in a frame of its own: then it is a header that tells an opened item, by whom it is to.
  const to = ({ label, order, spot }: Find) =>
    label === 'recipient' && spot.zone === 'main' && !within(order, reading.rows);
  if (reading.page.finds.some(to)) return false;
  return !/labelled|heading|section|site/.test(best.evidence);
}
