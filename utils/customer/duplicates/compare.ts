import { compareCompanies } from '../names/compare-company';
import { comparePersons, PERSON_RANK, type PersonLevel, type PersonMatch } from '../names/compare-person';
import { alike, distance } from '../names/distance';
import type { NameInfo } from '../names/info';
import type { NameLevel, NameMatch } from '../names/name-match';
import { type AddressLevel, compareAddresses, doorKey } from './address';
import type { Comparison, Levels } from './fields';
import { type Frequencies, GENERIC_ABOVE } from './frequency';
import { comparePhones, phoneTail } from './phone';
import type { Email, Prepared } from './prepare';

/** What comparing needs to know of all records: how telling names are, and how many share a value. */
export interface Population {
  info: NameInfo;
  frequencies: Frequencies;
}

/** Compares two records field by field; of several values the pair that agrees best counts. */
export function compareRecords(a: Prepared, b: Prepared, all: Population): Comparison {
  const name = bestName(a, b, all.info);
  const person = bestPerson(a, b, all.frequencies);
  const email = emails(a, b, all.frequencies);
  const phone = phones(a, b, all.frequencies);
  const address = addresses(a, b, all.frequencies);
  const code = codes(a, b, all.frequencies);
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
    mailOfName: email.level !== null && email.level !== 'different' && mailOfName(a),
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

function bestName(a: Prepared, b: Prepared, info: NameInfo): NameMatch | null {
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

function bestPerson(
  a: Prepared,
  b: Prepared,
  frequencies: Frequencies,
): { level: PersonLevel; bits: number } | null {
  let best: PersonMatch | null = null;
  for (const x of a.people) {
    for (const y of b.people) {
      const match = comparePersons(x, y);
      if (best === null || PERSON_RANK[match.level] > PERSON_RANK[best.level]) best = match;
    }
  }
  if (best === null) return null;
  return { level: best.level, bits: PERSON_RANK[best.level] >= 2 ? frequencies.personBits(best) : 0 };
}

interface Valued<L> {
  level: L | null;
  shared: number;
}

/** A house may hold more: the town and the flat tell too. */
const DOOR_GENERIC = 12;

/** How much less a value is worth that others share too; infinite where too many do. */
function sharing(count: number, most = GENERIC_ABOVE): number {
  if (count > most) return Number.POSITIVE_INFINITY;
  return count > 2 ? Math.log2(count - 1) : 0;
}

function emails(a: Prepared, b: Prepared, frequencies: Frequencies): Valued<Levels['email']> {
  const found: Valued<Levels['email']> = { level: null, shared: 0 };
  let generic = false;
  for (const x of a.emails) {
    for (const y of b.emails) {
      const level = emailLevel(x, y);
      const shared =
        level === 'same'
          ? sharing(frequencies.count('email', x.key))
          : level === 'domain'
            ? sharing(
                Math.min(
                  frequencies.count('domain', x.domain),
                  frequencies.count('domain', x.domain) > 30 ? 99 : 4,
                ),
              )
            : 0;
      if (shared === Number.POSITIVE_INFINITY) generic = true;
      else if (found.level === null || EMAIL_RANK[level] > EMAIL_RANK[found.level])
        Object.assign(found, { level, shared });
    }
  }
  // that both hold an agent's address says nothing, not even that they differ
  return generic && found.level === 'different' ? { level: null, shared: 0 } : found;
}

const EMAIL_RANK: Record<Levels['email'], number> = { different: 0, domain: 1, near: 2, same: 3 };

function emailLevel(a: Email, b: Email): Levels['email'] {
  if (a.key === b.key) return 'same';
  if (a.host === b.host && mistyped(a.local, b.local)) return 'near';
  if (a.local === b.local && a.local.length >= 6 && alike(a.host, b.host)) return 'near';
  return a.domain !== '' && a.domain === b.domain ? 'domain' : 'different';
}

/** One slip; a figure that differs is another box (chen12, chen13), and so is one with its points elsewhere. */
function mistyped(a: string, b: string): boolean {
  const bare = (local: string) => local.replace(/[._-]/g, '');
  if (bare(a) === bare(b)) return false;
  return Math.min(a.length, b.length) >= 5 && a.length >= 5 && sameFigures(a, b) && distance(a, b, 1) <= 1;
}

/** `mary.johnson@` some free mail, and no figure in it. */
const mailOfName = ({ emails, people }: Prepared): boolean =>
  emails.some(
    ({ domain, local }) =>
      domain === '' &&
      !/\d/.test(local) &&
      people.some(({ sounds }) => sounds.surname !== '' && local.includes(sounds.surname)),
  );

const figures = (text: string): string => text.replace(/\D/g, '');
const sameFigures = (a: string, b: string): boolean =>
  figures(a) === figures(b) ||
  (figures(a).length !== figures(b).length && figures(a).length + figures(b).length > 4);

function phones(a: Prepared, b: Prepared, frequencies: Frequencies): Valued<Levels['phone']> {
  const found: Valued<Levels['phone']> = { level: null, shared: 0 };
  let generic = false;
  for (const x of a.phones) {
    for (const y of b.phones) {
      const level = comparePhones(x, y);
      const shared = level === 'same' ? sharing(frequencies.count('phone', phoneTail(x))) : 0;
      if (shared === Number.POSITIVE_INFINITY) generic = true;
      else if (found.level === null || found.level === 'different' || level === 'same') {
        if (found.level !== 'same') Object.assign(found, { level, shared });
      }
    }
  }
  return generic && found.level === 'different' ? { level: null, shared: 0 } : found;
}

function codes(a: Prepared, b: Prepared, frequencies: Frequencies): Valued<Levels['code']> {
  if (a.codes.length === 0 || b.codes.length === 0) return { level: null, shared: 0 };
  const common = a.codes.find((code) => b.codes.includes(code));
  if (common === undefined) return { level: 'different', shared: 0 };
  const shared = sharing(frequencies.count('code', common));
  return shared === Number.POSITIVE_INFINITY ? { level: null, shared: 0 } : { level: 'same', shared };
}

const ADDRESS_RANK: Record<AddressLevel, number> = { elsewhere: 0, area: 1, town: 2, near: 3, same: 4 };

function addresses(a: Prepared, b: Prepared, frequencies: Frequencies): Valued<AddressLevel> {
  const found: Valued<AddressLevel> = { level: null, shared: 0 };
  for (const x of a.addresses) {
    for (const y of b.addresses) {
      const level = compareAddresses(x, y);
      if (level === null || (found.level !== null && ADDRESS_RANK[level] <= ADDRESS_RANK[found.level]))
        continue;
      const shared = level === 'same' ? sharing(frequencies.count('door', doorKey(x)), DOOR_GENERIC) : 0;
      if (shared === Number.POSITIVE_INFINITY) Object.assign(found, { level: 'area', shared: 0 });
      else Object.assign(found, { level, shared });
    }
  }
  return found;
}

function birthdays(a: string, b: string): Levels['birthday'] | null {
  if (a === '' || b === '') return null;
  if (a === b) return 'same';
  return distance(a, b, 1) <= 1 || a === b.slice(0, 4) + b.slice(6) + b.slice(4, 6) ? 'near' : 'different';
}
