import { pinyin } from 'pinyin-pro';
import {
  Dice,
  FIRST_NAMES,
  FORMS,
  HAN_GIVEN,
  HAN_ROADS,
  HAN_SURNAMES,
  LATIN_FORMS,
  LATIN_TRADES,
  PLACES,
  STREETS,
  TRADE_CHARS,
  TRADES,
  word,
} from './invented.ts';
import { slipped } from './slips.ts';

export const COLUMNS = ['id', 'code', 'company', 'contact', 'email', 'phone', 'address', 'city'] as const;
/** One row of an invented customer file. */
export type Row = Record<(typeof COLUMNS)[number], string>;

export interface Invented {
  rows: Row[];
  /** Pairs of ids that are one customer, the smaller id first. */
  same: [string, string][];
}

/**
 * An invented customer file: Chinese and English companies and persons, 15 % of them entered twice with slips and
 * gaps, switchboards and families that share a phone, agents that share a box. The same for the same seed.
 */
export function inventedCustomers(count: number, seed: number): Invented {
  const dice = new Dice(seed);
  const rows: Row[] = [];
  const twice: [number, number][] = [];
  while (rows.length < count) {
    const row = dice.chance(0.2) ? inventedPerson(dice) : inventedCompany(dice);
    rows.push(row);
    const last = rows.length - 1;
    if (dice.chance(0.06)) rows.push(neighbour(dice, row));
    if (dice.chance(0.15)) {
      rows.push(slipped(dice, row));
      twice.push([last, rows.length - 1]);
    }
  }
  return numbered(
    dice,
    rows.slice(0, count),
    twice.filter(([, copy]) => copy < count),
  );
}

/** Shuffles the rows and numbers them, so that neither order nor id tells what belongs together. */
function numbered(dice: Dice, rows: Row[], twice: [number, number][]): Invented {
  const places = rows.map((_, index) => index);
  for (let last = places.length - 1; last > 0; last -= 1) {
    const other = dice.below(last + 1);
    [places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0];
  }
  const id = (index: number) => `r${String(places[index]).padStart(6, '0')}`;
  rows.forEach((row, index) => {
    row.id = id(index);
  });
  const same = twice.map(([a, b]) => [id(a), id(b)].sort() as [string, string]);
  return { rows: [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)), same };
}

const mobile = (dice: Dice): string => `1${dice.of(['30', '38', '39', '50', '86'])}${dice.digits(8)}`;
const sound = (text: string): string => pinyin(text, { toneType: 'none', type: 'array' }).join('');

function hanPerson(dice: Dice): string {
  return dice.of(HAN_SURNAMES, 1.6) + dice.of(HAN_GIVEN) + (dice.chance(0.7) ? dice.of(HAN_GIVEN) : '');
}

function inventedPerson(dice: Dice): Row {
  if (dice.chance(0.5)) {
    const contact = hanPerson(dice);
    return {
      ...blank(),
      code: dice.chance(0.4) ? `K${dice.digits(6)}` : '',
      contact,
      email: dice.chance(0.6) ? `${sound(contact)}${dice.digits(2)}@mailbox.example` : '',
      phone: dice.chance(0.8) ? mobile(dice) : '',
      address: dice.chance(0.5) ? hanAddress(dice) : '',
    };
  }
  const [first, last] = [dice.of(FIRST_NAMES), word(dice)];
  return {
    ...blank(),
    code: dice.chance(0.4) ? `K${dice.digits(6)}` : '',
    contact: `${first} ${last}`,
    email: dice.chance(0.6) ? `${first}.${last}${dice.digits(2)}@mailbox.example`.toLowerCase() : '',
    phone: dice.chance(0.8) ? `(${dice.digits(3)}) 555-${dice.digits(4)}` : '',
    address: dice.chance(0.5) ? latinAddress(dice) : '',
  };
}

const blank = (): Row => ({
  id: '',
  code: '',
  company: '',
  contact: '',
  email: '',
  phone: '',
  address: '',
  city: '',
});

const hanAddress = (dice: Dice): string =>
  `${dice.of(PLACES)}${dice.of(HAN_ROADS)}${1 + dice.below(900)}号${dice.chance(0.5) ? `${1 + dice.below(30)}0${1 + dice.below(9)}室` : ''}`;
const latinAddress = (dice: Dice): string =>
  `${1 + dice.below(400)} ${word(dice)} ${dice.of(STREETS)}, ${word(dice)}, ${dice.digits(5)}`;

function inventedCompany(dice: Dice): Row {
  if (dice.chance(0.65)) {
    const trade = Array.from({ length: dice.chance(0.8) ? 2 : 3 }, () => dice.of(TRADE_CHARS, 1.4)).join('');
    const company = `${dice.of(PLACES, 1.4)}${trade}${dice.of(TRADES, 1.4)}${dice.of(FORMS)}`;
    return {
      ...blank(),
      code: dice.chance(0.6) ? `C${dice.digits(6)}` : '',
      company,
      contact: dice.chance(0.8) ? hanPerson(dice) : '',
      email: dice.chance(0.7)
        ? `${dice.of(['office', 'info', 'sales'])}@${sound(trade)}${dice.digits(2)}.example`
        : '',
      phone: dice.chance(0.8)
        ? dice.chance(0.5)
          ? mobile(dice)
          : `0${dice.digits(3)}-555${dice.digits(5)}`
        : '',
      address: dice.chance(0.6) ? hanAddress(dice) : '',
      city: dice.chance(0.3) ? dice.of(PLACES) : '',
    };
  }
  const name = dice.chance(0.3) ? `${word(dice)} ${word(dice)}` : word(dice);
  const [first, last] = [dice.of(FIRST_NAMES), word(dice)];
  return {
    ...blank(),
    code: dice.chance(0.6) ? `C${dice.digits(6)}` : '',
    company: `${name} ${dice.of(LATIN_TRADES)} ${dice.of(LATIN_FORMS)}`,
    contact: dice.chance(0.8) ? `${first} ${last}` : '',
    email: dice.chance(0.7)
      ? `${first}.${last}@${name.replace(' ', '')}${dice.digits(1)}.test`.toLowerCase()
      : '',
    phone: dice.chance(0.8) ? `+44 ${dice.digits(4)} 555${dice.digits(3)}` : '',
    address: dice.chance(0.6) ? latinAddress(dice) : '',
  };
}

/** Another customer that has something in common with one: family, a firm in the same house, a branch's switchboard. */
function neighbour(dice: Dice, row: Row): Row {
  const other = row.company === '' ? inventedPerson(dice) : inventedCompany(dice);
  const family = row.company === '' && dice.chance(0.6);
  const contact = family ? relative(dice, row.contact) : other.contact;
  return {
    ...other,
    contact,
    phone: row.phone !== '' && dice.chance(0.7) ? row.phone : other.phone,
    address: row.address !== '' && dice.chance(0.7) ? row.address : other.address,
  };
}

const relative = (dice: Dice, name: string): string =>
  /[a-z]/.test(name)
    ? `${dice.of(FIRST_NAMES)} ${name.split(' ').at(-1)}`
    : name.charAt(0) + dice.of(HAN_GIVEN) + dice.of(HAN_GIVEN);
