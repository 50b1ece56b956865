import { codeKey, domainKey, emailKeys } from '../identifiers';
import { type CompanyName, parseCompany } from '../names/company';
import { type PersonName, parsePerson, personOf } from '../names/person';
import { type Address, parseAddress } from './address';
import { phoneDigits } from './phone';
import type { DuplicateRecord, PersonText } from './record';

export interface Email {
  /** Canonical address without its plus tag. */
  key: string;
  local: string;
  host: string;
  /** The registrable domain where it is private; '' for free mail. */
  domain: string;
}

/** A record in comparable form. */
export interface Prepared {
  id: string;
  kind: DuplicateRecord['kind'];
  companies: readonly CompanyName[];
  people: readonly PersonName[];
  codes: readonly string[];
  emails: readonly Email[];
  phones: readonly string[];
  addresses: readonly Address[];
  birthday: string;
  /** All content but the id: equal for rows that say the same, and the order in which records are worked on. */
  content: string;
}

/** Values of one field that are read; no honest record has more. */
const VALUES = 20;

/** Brings records into comparable form. One instance remembers the parts that records share (domains). */
export function preparer(): (record: DuplicateRecord) => Prepared {
  const domains = new Map<string, string>();
  const domainOf = (host: string) => {
    const domain = domains.get(host) ?? domainKey(`x@${host}`)?.slice(2) ?? '';
    domains.set(host, domain);
    return domain;
  };
  return (record) => {
    const codes = texts(record.codes, plainCode);
    const emails = texts(record.emails, canonical);
    const phones = texts(record.phones, phoneDigits);
    const addresses = record.addresses.slice(0, VALUES).flatMap((address) => parseAddress(address) ?? []);
    const birthday = record.birthday.replace(/\D/g, '');
    return {
      id: record.id,
      kind: record.kind,
      companies: record.companies.slice(0, VALUES).flatMap((name) => parseCompany(name) ?? []),
      people: record.people.slice(0, VALUES).flatMap((name) => person(name) ?? []),
      codes,
      emails: emails.map((key) => emailParts(key, domainOf)),
      phones,
      addresses,
      birthday: birthday.length === 8 ? birthday : '',
      content: contentOf(record, codes, emails, phones),
    };
  };
}

/** A code as its letters and figures, without the zeros that pad a number: C-007 is C7. */
function plainCode(raw: string): string | null {
  const code = codeKey(raw)
    ?.slice(2)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
  return code ? code : null;
}

/** Addresses as most are: the canonical form of these is the address itself in lower case ({@link emailKeys}). */
const PLAIN_EMAIL = /^[a-z0-9_.-]+@(?!g(?:oogle)?mail\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/;

function canonical(raw: string): string | null {
  const plain = raw.trim().toLowerCase();
  return PLAIN_EMAIL.test(plain) && plain.length < 200 ? plain : (emailKeys(raw).at(-1)?.slice(2) ?? null);
}

function texts(raw: readonly string[], read: (text: string) => string | null): string[] {
  const found = new Set<string>();
  for (const text of raw.slice(0, VALUES)) {
    const value = text.trim() === '' ? null : read(text);
    if (value) found.add(value);
  }
  return [...found];
}

const person = (name: PersonText): PersonName | null =>
  typeof name === 'string' ? parsePerson(name) : personOf(name.given, name.surname);

function emailParts(key: string, domainOf: (host: string) => string): Email {
  const at = key.lastIndexOf('@');
  const host = key.slice(at + 1);
  return { key, local: key.slice(0, at), host, domain: domainOf(host) };
}

function contentOf(record: DuplicateRecord, ...lists: string[][]): string {
  const people = record.people.map((name) =>
    typeof name === 'string' ? name : `${name.given} ${name.surname}`,
  );
  const addresses = record.addresses.map((address) => Object.values(address).join(' '));
  return [
    record.kind,
    ...record.companies,
    '|',
    ...people,
    '|',
    ...lists.flat(),
    '|',
    ...addresses,
    record.birthday,
  ]
    .map((part) => part.slice(0, 300).trim().toLowerCase())
    .join(' ');
}
