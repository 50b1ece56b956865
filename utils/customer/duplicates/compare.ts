import { compareCompanies } from '../names/compare-company';
import { comparePersons, PERSON_RANK, type PersonLevel, type PersonMatch } from '../names/compare-person';
import { distance } from '../names/distance';
import type { NameLevel, NameMatch } from '../names/name-match';
import { type AddressLevel, compareAddresses, doorKey } from './address';
import { compareEmails, emailOfName } from './compare-email';
import type { Comparison, Levels, Valued } from './fields';
import type { Population } from './frequency';
import { comparePhones, phoneTail } from './phone';
import type { Prepared } from './prepare';

/** Compares two records field by field; of several values the pair that agrees best counts. */
export function compareRecords(
  a: Prepared,
  b: Prepared,
  all: Population,
  name: NameMatch | null = compareNames(a, b, all),
): Comparison {
  const person = comparePeople(a, b, all);
  const email = compareEmails(a.emails, b.emails, all);
  const phone = phones(a, b, all);
  const address = addresses(a, b, all);
  const code = codes(a, b, all);
  return {
    levels: {
      name: name?.level ?? null,
      region: name === null || name.place === 'unknown' ? null : name.place,
      person: person?.level ?? null,
      code: code.level,
      email: email.level,
      phone: phone.level,
      address: address.level,
      birthday: birthdays(a.birthday, b.birthday),
    },
    nameBits: name?.bits ?? 0,
    personBits: person?.bits ?? 0,
    shared: { code: code.shared, email: email.shared, phone: phone.shared, address: address.shared },
    branch: name?.branch ?? false,
    mailOfName: email.level !== null && email.level !== 'different' && emailOfName(a),
  };
}

const NAME_RANK: Record<NameLevel, number> = {
  different: 0,
  unclear: 1,
  generic: 2,
  short: 3,
  near: 4,
  same: 5,
};

/** Compares the companies' names. */
export function compareNames(a: Prepared, b: Prepared, { info }: Population): NameMatch | null {
  let best: NameMatch | null = null;
  for (const x of a.companies) {
    for (const y of b.companies) {
      const match = compareCompanies(x, y, info);
      if (match && (best === null || rank(match) > rank(best))) best = match;
    }
  }
  return best;
}

const rank = (match: NameMatch): number =>
  match.place === 'conflict' ? -1 : NAME_RANK[match.level] * 100 + Math.min(match.bits, 99);

/** Compares the names of persons: of people, or of contacts. */
export function comparePeople(
  a: Prepared,
  b: Prepared,
  all: Population,
): { level: PersonLevel; bits: number } | null {
  const best = closestPeople(a, b);
  if (best === null) return null;
  return { level: best.level, bits: PERSON_RANK[best.level] >= 2 ? all.personBits(best) : 0 };
}

/** How the names of persons stand that are most alike; null where one record names nobody. */
export const personLevel = (a: Prepared, b: Prepared): PersonLevel | null =>
  closestPeople(a, b)?.level ?? null;

function closestPeople(a: Prepared, b: Prepared): PersonMatch | null {
  let best: PersonMatch | null = null;
  for (const x of a.people) {
    for (const y of b.people) {
      const match = comparePersons(x, y);
      if (best === null || PERSON_RANK[match.level] > PERSON_RANK[best.level]) best = match;
    }
  }
  return best;
}

const UNKNOWN = { level: null, shared: 0 } as const;

function phones(a: Prepared, b: Prepared, all: Population): Valued<Levels['phone']> {
  let found: Valued<Levels['phone']> = UNKNOWN;
  let generic = false;
  for (const x of a.phones) {
    for (const y of b.phones) {
      const level = comparePhones(x, y);
      const shared = level === 'same' ? all.sharing('phone', phoneTail(x)) : 0;
      if (shared === Number.POSITIVE_INFINITY) generic = true;
      else if (found.level === null || found.level === 'different' || level === 'same') {
        if (found.level !== 'same') found = { level, shared };
      }
    }
  }
  return generic && found.level === 'different' ? UNKNOWN : found;
}

function codes(a: Prepared, b: Prepared, all: Population): Valued<Levels['code']> {
  if (a.codes.length === 0 || b.codes.length === 0) return UNKNOWN;
  const common = a.codes.find((code) => b.codes.includes(code));
  if (common === undefined) return { level: 'different', shared: 0 };
  const shared = all.sharing('code', common);
  return shared === Number.POSITIVE_INFINITY ? UNKNOWN : { level: 'same', shared };
}

const ADDRESS_RANK: Record<AddressLevel, number> = { elsewhere: 0, area: 1, town: 2, near: 3, same: 4 };

function addresses(a: Prepared, b: Prepared, all: Population): Valued<AddressLevel> {
  let found: Valued<AddressLevel> = UNKNOWN;
  for (const x of a.addresses) {
    for (const y of b.addresses) {
      const level = compareAddresses(x, y);
      if (level === null || (found.level !== null && ADDRESS_RANK[level] <= ADDRESS_RANK[found.level]))
        continue;
      const shared = level === 'same' ? all.sharing('door', doorKey(x)) : 0;
      if (shared === Number.POSITIVE_INFINITY) found = { level: 'area', shared: 0 };
      else found = { level, shared };
    }
  }
  return found;
}

function birthdays(a: string, b: string): Levels['birthday'] | null {
  if (a === '' || b === '') return null;
  if (a === b) return 'same';
  return distance(a, b, 1) <= 1 || a === b.slice(0, 4) + b.slice(6) + b.slice(4, 6) ? 'near' : 'different';
}
