import { type Box, ben, gu, hannah, he, kofi, luo, oscar, zhou } from './people';

/** A ticket: the mails that open and continue it, by id, and what staff set on it. */
export interface Ticket {
  key: string;
  mails: string[];
  /** Requestors instead of the first mail's sender. */
  requestors?: Box[];
  cc?: Box[];
  adminCc?: Box[];
  customerNumber?: string;
  owner?: Box;
}

const one = (key: string): Ticket => ({ key, mails: [key] });

export const tickets: readonly Ticket[] = [
  { key: 'plain-zh', mails: ['plain-zh'], cc: [he], customerNumber: 'LT-20418', owner: zhou },
  { key: 'plain-en', mails: ['plain-en'], customerNumber: 'LT-10077' },
  { key: 'thread', mails: ['thread-1', 'thread-2', 'thread-3', 'thread-4'], owner: ben },
  { key: 'cc-customers', mails: ['cc-customers'], cc: [hannah, luo] },
  { key: 'two-requestors', mails: ['mention-body'], requestors: [gu, oscar], adminCc: [ben] },
  { key: 'staff-opened', mails: ['own-in-inbox'], requestors: [oscar] },
  one('forward-zh'),
  one('forward-en'),
  one('html-signature'),
  one('idn'),
  one('plus-tag'),
  { key: 'unknown', mails: ['unknown'], owner: zhou },
  one('rtl-name'),
  one('long-name'),
  one('no-name'),
  one('markup-name'),
  one('newsletter-body'),
  one('name-is-address'),
  one('forged-header'),
  one('quoted-html'),
  one('phone-only'),
  { key: 'no-requestor', mails: [], owner: zhou },
];

/** Users whom the desk already keeps with a name, an organisation and a phone. */
export const users = [
  { ...gu, organization: '松涛印务有限公司', phone: '+86 21 5550 0142' },
  { ...hannah, organization: 'Fernhill Books', phone: '+44 20 7946 0318' },
  { ...oscar, organization: 'Nordlys Trykk', phone: '' },
  { ...kofi, organization: '', phone: '' },
];
