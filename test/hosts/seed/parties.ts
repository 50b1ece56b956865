import {
  ben,
  gu,
  hannah,
  hannahTagged,
  impostor,
  lena,
  longName,
  oscar,
  tian,
  tomas,
  yousef,
  zhou,
} from './people';

export interface Party {
  key: string;
  name: string;
  emails?: string[];
  phones?: string[];
  website?: string;
  /** Street and city. */
  address?: [string, string];
  /** Key of the party that this one works for. */
  worksFor?: string;
}

/** The user's own company, and the two people of it that are parties too. */
export const ownCompany: Party = { key: 'lanting', name: 'Lanting Paper', emails: ['help@lanting.example'] };
export const ownPeople: Party[] = [
  { key: 'zhou', name: zhou.name, emails: [zhou.address] },
  { key: 'ben', name: ben.name, emails: [ben.address] },
];

export const parties: readonly Party[] = [
  {
    key: 'company-zh',
    name: '松涛印务有限公司',
    emails: ['office@songtao-print.example'],
    phones: ['+86 21 5550 0140'],
    website: 'https://songtao-print.example',
    address: ['文汇路 12 号', '上海'],
  },
  {
    key: 'person-zh',
    name: gu.name,
    emails: [gu.address],
    phones: ['+86 21 5550 0142'],
    worksFor: 'company-zh',
  },
  {
    key: 'company-en',
    name: 'Fernhill Books',
    emails: ['accounts@fernhill-books.example'],
    phones: ['+44 20 7946 0300'],
    address: ['4 Tanner Row', 'York'],
  },
  {
    key: 'several-addresses',
    name: hannah.name,
    emails: [hannah.address, hannahTagged.address, 'hannah@price-family.example'],
    phones: ['+44 20 7946 0318', '+44 7700 900461'],
    worksFor: 'company-en',
  },
  { key: 'person-en', name: oscar.name, emails: [oscar.address], phones: ['+1 415 555 0171'] },
  { key: 'no-email', name: '林若水', phones: ['+86 571 5550 0163'] },
  { key: 'name-only', name: 'Walk-in customer' },
  { key: 'name-is-address', name: oscar.address, emails: [impostor.address] },
  { key: 'idn', name: tian.name, emails: [tian.address] },
  { key: 'rtl-name', name: yousef.name, emails: [yousef.address] },
  { key: 'long-name', name: longName.name, emails: [longName.address] },
  { key: 'markup-name', name: lena.name, emails: [lena.address] },
  { key: 'same-name', name: hannah.name, emails: ['h.price@redkite-toys.example'] },
  { key: 'accents', name: tomas.name, emails: [tomas.address], phones: ['+34 91 555 0100'] },
];
