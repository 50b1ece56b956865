import { tradeKey } from '../names/company';
import { type PersonMatch, wholeName } from '../names/compare-person';
import { doorKey } from './address';
import { hashOf } from './hash';
import { phoneTail } from './phone';
import type { Prepared } from './prepare';

/** A value on more records than this tells nothing: a switchboard, an agent, `info@` of a host, a tower of offices. */
export const GENERIC_ABOVE = 5;

/** What a name mistyped still tells of itself. */
const NEAR_SHARE = 0.75;
/** A whole name on this many records may still be one person entered again. */
const USUAL_REPEATS = 2;

type Kind = 'email' | 'domain' | 'phone' | 'code' | 'door';

/** How many different holders a value has, and how common names of persons are. */
export interface Frequencies {
  count(kind: Kind, value: string): number;
  /** Bits of what two names of persons share: −log2 of the chance of it, held to a floor where little was seen. */
  personBits(match: PersonMatch): number;
}

/** Counts values over distinct records; those of one holder once. */
export function countValues(records: readonly Prepared[]): Frequencies {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const domains = new Map<string, Set<string>>();
  let people = 0;
  const held = new Set<number>();
  for (const record of records) {
    const holder = holderOf(record);
    for (const key of keysOf(record)) {
      const hash = hashOf(`${key}#${holder}`);
      if (!held.has(hash)) add(key);
      held.add(hash);
    }
    for (const name of record.people) {
      people += 1;
      add(`s${name.surname}`);
      add(`g${name.given}`);
      add(`w${wholeName(name)}`);
    }
    const who = record.companies.length > 0 ? holder : '';
    for (const { domain } of record.emails) noteDomain(domains, domain, who);
  }
  const bits = (key: string, floor: number) => {
    const prior = 200;
    const seen = Math.max(0, (counts.get(key) ?? 0) - 1);
    return -Math.log2((seen + prior * floor) / (people + prior));
  };
  return {
    count: (kind, value) => {
      const count = counts.get(kind + value) ?? 0;
      // one domain under many company names is a host's or an agent's
      return kind === 'domain' && (domains.get(value)?.size ?? 0) > 3 ? Number.POSITIVE_INFINITY : count;
    },
    personBits: (match) => {
      const surname = match.surname === '' ? 0 : bits(`s${match.surname}`, 2 ** -8);
      const given = match.given === '' ? 0 : bits(`g${match.given}`, 2 ** -9);
      if (match.level === 'near') return (surname + given) * NEAR_SHARE;
      const same = (counts.get(`w${match.whole}`) ?? 0) - USUAL_REPEATS;
      // many hold the whole name: its parts go together more often than by chance
      const parts = surname + given;
      return match.whole !== '' && same > 0 ? Math.min(parts, -Math.log2(same / people)) : parts;
    },
  };
}

/** Who holds a value, coarsely: rows of one customer must not make its own phone look like a switchboard. */
function holderOf({ companies: [company], people: [person] }: Prepared): string {
  if (company?.script === 'han') return company.sounds.slice(0, 2).join(' ');
  if (company) return tradeKey(company).slice(0, 3);
  return person ? [person.sounds.surname.slice(0, 2), person.sounds.given.slice(0, 1)].sort().join(' ') : '';
}

function noteDomain(domains: Map<string, Set<string>>, domain: string, who: string): void {
  if (domain === '') return;
  const names = domains.get(domain) ?? new Set<string>();
  if (names.size < 8 && who !== '') names.add(who);
  domains.set(domain, names);
}

function keysOf(record: Prepared): Set<string> {
  const keys = new Set<string>();
  for (const { key, domain } of record.emails) {
    keys.add(`email${key}`);
    if (domain !== '') keys.add(`domain${domain}`);
  }
  for (const digits of record.phones) keys.add(`phone${phoneTail(digits)}`);
  for (const code of record.codes) keys.add(`code${code}`);
  for (const address of record.addresses) {
    const door = doorKey(address);
    if (door !== '') keys.add(`door${door}`);
  }
  return keys;
}
