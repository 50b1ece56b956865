import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { parse as parseDomain } from 'tldts';
import { canonicalEmail } from './email';
import { FREE_MAIL, FREE_MAIL_LABELS } from './free-mail';
import { asciiDomain } from './idn';

/**
 * Identifiers as keys: the exact strings under which a customer is stored and looked up.
 * `e:` e-mail · `b:` e-mail without its plus tag · `d:` private domain · `p:` E.164 phone · `n:` phone digits
 * without country · `c:` customer code. What is not an identifier gives no key, never a wrong one.
 */
export type Via = 'email' | 'code' | 'phone' | 'domain';

/** A key to look up, how it identifies, and how sure a hit on it is (0..1). */
export interface LookupKey {
  key: string;
  via: Via;
  strength: number;
}

const STRENGTH = { email: 1, code: 0.95, untagged: 0.9, phone: 0.9, national: 0.8, domain: 0.5 } as const;
const GMAIL = new Set(['gmail.com', 'googlemail.com']);

interface Address {
  local: string;
  /** The local part without `+tag`. */
  base: string;
  domain: string;
}

/** One address in comparable parts: case, IDN and, at Google, dots folded. null where it is no address. */
function addressParts(raw: string): Address | null {
  const address = canonicalEmail(raw.normalize('NFKC'));
  if (!address) return null;
  const at = address.lastIndexOf('@');
  const ascii = asciiDomain(address.slice(at + 1));
  if (!ascii) return null;
  const google = GMAIL.has(ascii);
  const local = google ? address.slice(0, at).replaceAll('.', '') : address.slice(0, at);
  const plus = local.indexOf('+');
  return { local, base: plus > 0 ? local.slice(0, plus) : local, domain: google ? 'gmail.com' : ascii };
}

/** The keys under which an address is stored: exact, and `b:` without its plus tag where it has one. */
export function emailKeys(raw: string): string[] {
  const parts = addressParts(raw);
  if (!parts) return [];
  const exact = `e:${parts.local}@${parts.domain}`;
  return parts.base === parts.local ? [exact] : [exact, `b:${parts.base}@${parts.domain}`];
}

/** What to look up for an address on a page: it exactly, then without its tag, then stored ones that have a tag. */
function emailLookups(raw: string): LookupKey[] {
  const parts = addressParts(raw);
  if (!parts) return [];
  const base = `${parts.base}@${parts.domain}`;
  const weak = { via: 'email', strength: STRENGTH.untagged } as const;
  const keys: LookupKey[] = [
    { key: `e:${parts.local}@${parts.domain}`, via: 'email', strength: STRENGTH.email },
  ];
  if (parts.base !== parts.local) keys.push({ key: `e:${base}`, ...weak });
  keys.push({ key: `b:${base}`, ...weak });
  return keys;
}

/** `d:` and the registrable private domain of an address, host name or URL; null for free-mail and for none. */
export function domainKey(raw: string): string | null {
  const text = raw.slice(0, 2_000).trim();
  const host = text.includes('@') ? text.slice(text.lastIndexOf('@') + 1) : hostOf(text);
  const ascii = asciiDomain(host);
  if (!ascii) return null;
  const parsed = parseDomain(ascii, { allowPrivateDomains: true });
  const domain = parsed.domain;
  if (!domain || FREE_MAIL.has(domain) || FREE_MAIL.has(ascii)) return null;
  return FREE_MAIL_LABELS.has(parsed.domainWithoutSuffix ?? '') ? null : `d:${domain}`;
}

const hostOf = (text: string): string =>
  text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/?#:]/, 1)[0] ?? '';

/** True where anyone may have an address at this domain or of this address. */
export function isFreeMail(raw: string): boolean {
  const ascii = asciiDomain(raw.slice(raw.lastIndexOf('@') + 1));
  return ascii !== null && domainKey(ascii) === null;
}

/** An extension behind a number: 转 / 分机 / ext. / x / #. It rings inside the same company: cut. */
const EXTENSION =
  /[\s,，;；(（-]*(?:转接?|轉接?|分机|分機|内线|內線|ext(?:n|ension)?\b\.?|;ext=|x(?=[\s:.]*\d)|#)[\s:：.]*\d{0,8}\s*[)）]?\s*$/iu;

interface Phone {
  /** null where the country is not known. */
  e164: string | null;
  national: string;
}

function phoneParts(raw: string, country: string): Phone | null {
  const text = raw
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/^\s*tel:/i, '')
    .replace(EXTENSION, '')
    .trim();
  if (!/^[+\d\s().\-/‐-―·]+$/u.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 17) return null;
  const dialled = /^00[1-9]/.test(digits) && digits.length > 9 ? `+${digits.slice(2)}` : text;
  const known = /^[A-Z]{2}$/.test(country);
  const parsed = parsePhoneNumberFromString(dialled, {
    extract: false,
    ...(known ? { defaultCountry: country as 'US' } : {}),
  });
  if (parsed?.isPossible()) return { e164: parsed.number, national: parsed.nationalNumber };
  return known || dialled.startsWith('+') ? null : { e164: null, national: digits.replace(/^0+/, '') };
}

/** `p:` and the number in E.164, read as of `country` (ISO 3166-1 alpha-2, '' unknown); null where it is none. */
export function phoneKey(raw: string, country: string): string | null {
  const e164 = phoneParts(raw, country)?.e164;
  return e164 ? `p:${e164}` : null;
}

const nationalKey = (phone: Phone): string | null =>
  phone.national.length >= 7 ? `n:${phone.national}` : null;

/** A number as stored: E.164 where its country is known, else its digits, which match any country's. */
function phoneKeys(raw: string, country: string): string[] {
  const phone = phoneParts(raw, country);
  if (!phone) return [];
  return [phone.e164 ? `p:${phone.e164}` : nationalKey(phone)].filter((key) => key !== null);
}

function phoneLookups(raw: string, country: string): LookupKey[] {
  const phone = phoneParts(raw, country);
  if (!phone) return [];
  const keys: LookupKey[] = [];
  if (phone.e164) keys.push({ key: `p:${phone.e164}`, via: 'phone', strength: STRENGTH.phone });
  const national = nationalKey(phone);
  if (national) keys.push({ key: national, via: 'phone', strength: STRENGTH.national });
  return keys;
}

/** `c:` and a customer code without blanks and dashes, upper case; null for none or one over 64 characters. */
export function codeKey(raw: string): string | null {
  const code = raw
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u00ad\u200b-\u200f\ufeff]/gu, '');
  return code === '' || code.length > 64 ? null : `c:${code}`;
}

const MAX_KEYS = 200;
const distinct = (keys: Array<string | null>): string[] =>
  [...new Set(keys.filter((key) => key !== null))].slice(0, MAX_KEYS);

interface CustomerIdentity {
  kind: 'person' | 'company';
  emails: string[];
  domains: string[];
  phones: string[];
  codes: string[];
  country: string;
}

/** All keys of a customer. A company is also found by the private domains of its own addresses. */
export function keysOfCustomer(customer: CustomerIdentity): string[] {
  const domains = customer.kind === 'company' ? [...customer.domains, ...customer.emails] : customer.domains;
  return distinct([
    ...customer.emails.flatMap(emailKeys),
    ...customer.codes.map(codeKey),
    ...customer.phones.flatMap((phone) => phoneKeys(phone, customer.country)),
    ...domains.map(domainKey),
  ]);
}

/** All keys of a person at a company; `country` is the company's. Their private domain points to the company. */
export function keysOfContact(contact: { emails: string[]; phones: string[] }, country: string): string[] {
  return distinct([
    ...contact.emails.flatMap(emailKeys),
    ...contact.phones.flatMap((phone) => phoneKeys(phone, country)),
    ...contact.emails.map(domainKey),
  ]);
}

export interface LookupOptions {
  /** ISO 3166-1 alpha-2 for national phone numbers; '' unknown. */
  country: string;
  /** The user's own private domains: a colleague's domain is nobody's. */
  ownDomains: ReadonlySet<string>;
}

/** The keys to look up for something found on a page, strongest first. A name gives none. */
export function keysOfCandidate(
  candidate: { kind: 'email' | 'phone' | 'name' | 'code'; value: string },
  options: LookupOptions,
): LookupKey[] {
  if (candidate.kind === 'phone') return phoneLookups(candidate.value, options.country);
  if (candidate.kind === 'code') {
    const key = codeKey(candidate.value);
    return key ? [{ key, via: 'code', strength: STRENGTH.code }] : [];
  }
  if (candidate.kind !== 'email') return [];
  const keys = emailLookups(candidate.value);
  const domain = keys.length > 0 ? domainKey(candidate.value) : null;
  if (domain && !isOwnDomain(domain, options.ownDomains))
    keys.push({ key: domain, via: 'domain', strength: STRENGTH.domain });
  return keys;
}

function isOwnDomain(key: string, own: ReadonlySet<string>): boolean {
  for (const domain of own) if (domainKey(domain) === key) return true;
  return false;
}
