import { isOneOfMany } from './people';
import { isPeoplePage, type Reading } from './rank';
import type { Find } from './spot';
import { within } from './structure';
import type { Candidate } from './types';

/** Most phones, codes and names reported. */
const MOST = 10;
const MENTIONED = 0.2;
/** A name alone is never certain: two people may share it. */
const NAME_IN_TITLE = 0.5;
const NAME_ALONE = 0.35;

const inContent = (find: Find, reading: Reading): boolean =>
  find.spot.zone !== 'nav' &&
  find.spot.zone !== 'quote' &&
  !within(find.order, reading.rows) &&
  !within(find.order, reading.bodies);

/**
 * Phones, customer codes and, where the page holds no address at all, the name in its heading. Whether one of
 * them is the counterpart is decided by {@link crown}, for there is at most one.
 */
export function otherFinds(reading: Reading): Candidate[] {
  const seen = new Set<string>();
  const found: Candidate[] = [];
  for (const find of reading.page.finds) {
    const value = find.kind === 'phone' ? find.value.replace(/\D/g, '') : find.value;
    if (find.kind === 'email' || seen.has(value) || found.length >= MOST) continue;
    if (find.spot.zone === 'nav' || within(find.order, reading.rows)) continue;
    seen.add(value);
    found.push(toCandidate(find, !find.quoted && inContent(find, reading)));
  }
  const named = nameCandidate(reading);
  return named ? [...found, named] : found;
}

function toCandidate(find: Find, content: boolean): Candidate {
  const base = find.kind === 'code' ? 0.6 : find.via === 'link' ? 0.55 : 0.5;
  const lower = find.label === 'staff' || find.label === 'company' || find.section === 'staff' ? 0.2 : 0;
  return {
    kind: find.kind,
    value: find.value,
    ...(find.name === '' ? {} : { name: find.name }),
    role: content ? 'participant' : 'mention',
    confidence: content ? Math.round((base - lower) * 100) / 100 : MENTIONED,
    evidence: find.kind === 'code' ? "matches the user's pattern for codes" : 'phone in the page',
  };
}

function nameCandidate(reading: Reading): Candidate | null {
  const { name, inTitle, field } = reading.subject;
  const addressed = reading.page.finds.some((find) => find.kind === 'email' && inContent(find, reading));
  if (name === '' || (addressed && !isPeoplePage(reading)) || reading.rows.length > 0 || reading.bodyOnly)
    return null;
  return {
    kind: 'name',
    value: name,
    role: 'participant',
    confidence: inTitle || field ? NAME_IN_TITLE : NAME_ALONE,
    evidence: inTitle
      ? 'heading that the title repeats'
      : field
        ? 'name field of the record'
        : 'heading of the page',
  };
}

/** What a record's own field holds is the user's address: so is the phone beside it. */
const isOwnRecord = (reading: Reading): boolean =>
  reading.page.finds.some(
    (find) => find.label === 'email' && reading.own.isOwn(find.value) && inContent(find, reading),
  );

/** Where no address is the counterpart, the best phone, code or name is, on a page that is about somebody. */
export function crown(candidates: Candidate[], reading: Reading): void {
  if (reading.about === 'nobody' || candidates.some((one) => one.role === 'counterpart')) return;
  if (isOwnRecord(reading)) return;
  const others = candidates.filter((one) => one.kind !== 'email' && one.role === 'participant');
  const best = others.sort((a, b) => b.confidence - a.confidence)[0];
  const codes = others.filter((one) => one.kind === 'code').length;
  // A record's own code stands above the list of what belongs to it; phones and names there are anybody's.
  const among = candidates.some((one) => one.role === 'row') && (best?.kind !== 'code' || codes > 1);
  const addresses = candidates.some(
    (one) => one.kind === 'email' && one.role === 'participant' && one.confidence >= 0.3 && !isOneOfMany(one),
  );
  if (best && !among && !addresses && best.confidence >= 0.45) best.role = 'counterpart';
}
