import { tradeKey } from '../names/company';
import { doorKey } from './address';
import { phoneTail } from './phone';
import type { Prepared } from './prepare';

/** A value on more records than this tells nothing: a switchboard, an agent, `info@` of a host, a tower of offices. */
export const GENERIC_ABOVE = 5;

type Kind = 'email' | 'domain' | 'phone' | 'code' | 'door';

/** How many records hold a value, and how many names of persons are held. */
export interface Frequencies {
  count(kind: Kind, value: string): number;
  /** Bits of a family name and a given name: −log2 of their shares, held to a floor where little was seen. */
  surnameBits(surname: string): number;
  givenBits(given: string): number;
}

/** Counts values over distinct records. */
export function countValues(records: readonly Prepared[]): Frequencies {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const domains = new Map<string, Set<string>>();
  let people = 0;
  for (const record of records) {
    for (const key of keysOf(record)) add(key);
    for (const name of record.people) {
      people += 1;
      add(`s${name.surname}`);
      add(`g${name.given}`);
    }
    const who = record.companies[0] ? tradeKey(record.companies[0]).slice(0, 2) : '';
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
    surnameBits: (surname) => (surname === '' ? 0 : bits(`s${surname}`, 2 ** -8)),
    givenBits: (given) => (given === '' ? 0 : bits(`g${given}`, 2 ** -9)),
  };
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
