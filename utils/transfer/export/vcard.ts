import type { Contact, Customer } from '../../customer/model';
import { document, escaped } from './lines';

/** Customers and their contacts as vCard 4 (RFC 6350), one card each. */

const values = (name: string, all: readonly string[]): string[] =>
  all.filter(Boolean).map((value) => `${name}:${escaped(value)}`);

const card = (lines: string[]): string => document(['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD']);
const revised = (at: number): string => `REV:${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`;

/** `tel:` URIs take canonical numbers alone; as typed they stand as text. */
const phones = (all: readonly string[]): string[] => values('TEL;VALUE=text', all);
/** Our addresses are one text: it stands in the street's place, with its label. */
const addresses = (all: readonly string[]): string[] =>
  all.filter(Boolean).map((text) => `ADR:;;${escaped(text)};;;;`);

export function customerCard(row: Customer): string {
  const company = row.kind === 'company';
  return card([
    `UID:urn:uuid:${row.id}`,
    `KIND:${company ? 'org' : 'individual'}`,
    `FN:${escaped(row.name)}`,
    ...values('NICKNAME', row.aliases),
    ...values('ORG', [company ? row.name : row.company]),
    ...values('TITLE', [row.title]),
    ...values('EMAIL', row.emails),
    ...phones(row.phones),
    ...addresses(row.addresses),
    ...values(
      'URL',
      row.domains.map((domain) => `https://${domain}/`),
    ),
    ...(row.tags.length > 0 ? [`CATEGORIES:${row.tags.map(escaped).join(',')}`] : []),
    ...values('NOTE', row.codes.length > 0 ? [row.codes.join(', ')] : []),
    revised(row.updatedAt),
  ]);
}

/** `company`: the customer at whom the contact is. */
export function contactCard(row: Contact, company: string): string {
  return card([
    `UID:urn:uuid:${row.id}`,
    'KIND:individual',
    `FN:${escaped(row.name || row.emails[0] || company)}`,
    ...values('ORG', [company]),
    ...values('TITLE', [row.title]),
    ...values('EMAIL', row.emails),
    ...phones(row.phones),
    revised(row.updatedAt),
  ]);
}
