import type { PageMatch, PagePerson } from '../customer/page-match';

/** One person of the page as the sidebar counts them: someone with two matching customers counts twice. */
export interface Seen extends PagePerson {
  key: string;
  /** The one customer meant, where the same address belongs to several; null: whoever it resolves to. */
  only: string | null;
}

/** Below this a match is the company's domain alone, which is no second person; two of one name are two. */
const SURE = 0.8;
const MOST = 30;
/** Candidates this near the first may be meant as well (utils/detect/types.ts). */
const NEAR_TIE = 0.1;

/** Whom one can switch to, best first. The user's own addresses are left out where anyone else is there. */
export function seenPeople(match: PageMatch): Seen[] {
  const others = match.people.filter(({ role }) => role !== 'own');
  const people = others.length > 0 ? others : match.people;
  return people.slice(0, MOST).flatMap((person): Seen[] => {
    const key = `${person.kind}:${person.value}`;
    const ids = new Set(
      person.hits
        .filter(({ strength, via }) => strength >= SURE || via === 'name')
        .map((hit) => hit.customerId),
    );
    if (ids.size < 2) return [{ ...person, key, only: null }];
    return [...ids].map((only) => ({ ...person, key: `${key}#${only}`, only }));
  });
}

/** The people of a near-tie: who is asked about. At least two, at most six. */
export function askedAbout(people: readonly Seen[]): Seen[] {
  const [first] = people;
  if (!first) return [];
  const near = people.filter((one) => first.confidence - one.confidence <= NEAR_TIE);
  return (near.length > 1 ? near : people.slice(0, 2)).slice(0, 6);
}

/** The original sender of a forwarded mail, as the detector says it. */
export const isForwarded = (person: PagePerson): boolean => /quoted original|forwarded/.test(person.evidence);

/** Tells one page from the next: after this changes, a choice made on the last one no longer counts. */
export const pageOf = (match: PageMatch): string =>
  JSON.stringify([match.url, match.title, match.state, match.people[0]?.value ?? '']);
