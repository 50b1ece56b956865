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
}

/** Values of one field that are read; no honest record has more. */
const VALUES = 20;

/** Brings records into comparable form. One instance remembers the parts that records share (hosts and domains). */
export function preparer(): (record: DuplicateRecord) => Prepared {
  const hosts = new Map<string, { host: string; domain: string }>();
  const hostOf = (host: string) => {
    let known = hosts.get(host);
    if (known === undefined) {
      known = { host, domain: domainKey(`x@${host}`)?.slice(2) ?? '' };
      hosts.set(host, known);
    }
    return known;
  };
  return (record) => {
    const birthday = record.birthday === '' ? '' : record.birthday.replace(/\D/g, '');
    return {
      id: record.id,
      kind: record.kind,
      companies: read(record.companies, parseCompany),
      people: read(record.people, person),
      codes: texts(record.codes, plainCode),
      emails: read(texts(record.emails, canonical), (key) => emailParts(key, hostOf)),
      phones: texts(record.phones, phoneDigits),
      addresses: read(record.addresses, parseAddress),
      birthday: birthday.length === 8 ? birthday : '',
    };
  };
}

/** Most lists are empty: one empty list stands for all of them. */
const NONE: readonly never[] = [];

function read<A, B>(values: readonly A[], parse: (value: A) => B | null): readonly B[] {
  const [first] = values;
  if (values.length === 0 || first === undefined) return NONE;
  if (values.length === 1) {
    const parsed = parse(first);
    return parsed === null ? NONE : [parsed];
  }
  const found: B[] = [];
  for (const value of values.slice(0, VALUES)) {
    const parsed = parse(value);
    if (parsed !== null) found.push(parsed);
  }
  // a list that grew holds room for a dozen more: a hundred thousand of them would fill a hundred megabytes
  return found.length === 0 ? NONE : found.slice();
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

function texts(raw: readonly string[], parse: (text: string) => string | null): readonly string[] {
  if (raw.length === 0) return NONE;
  const found = read(raw, (text) => (text.trim() === '' ? null : parse(text)));
  return found.length < 2 ? found : [...new Set(found)];
}

const person = (name: PersonText): PersonName | null =>
  typeof name === 'string' ? parsePerson(name) : personOf(name.given, name.surname);

function emailParts(key: string, hostOf: (host: string) => { host: string; domain: string }): Email {
  const at = key.lastIndexOf('@');
  const { host, domain } = hostOf(key.slice(at + 1));
  return { key, local: key.slice(0, at), host, domain };
}

/**
 * All that a record says but its id, in one text: equal for rows that say the same. It begins with the names, so that
 * records in its order stand beside those that are named alike.
 */
export function contentOf(record: DuplicateRecord): string {
  let text = record.companies.join(' ');
  for (const name of record.people)
    text += `|${typeof name === 'string' ? name : `${name.given} ${name.surname}`}`;
  text += `|${record.kind}|${record.codes.join(' ')}|${record.emails.join(' ')}|${record.phones.join(' ')}|`;
  for (const {
    text: whole = '',
    number = '',
    street = '',
    beside = '',
    locality = '',
    region = '',
    postcode = '',
  } of record.addresses)
    text += `${whole} ${number} ${street} ${beside} ${locality} ${region} ${postcode}`;
  return `${text}${record.birthday}`.slice(0, CONTENT).toLowerCase();
}

/** No honest record says more; rows that differ only behind it count as the same. */
const CONTENT = 2_000;
