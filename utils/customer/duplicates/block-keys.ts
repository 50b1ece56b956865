import { type ChineseCompany, soundAt } from '../names/chinese-company';
import { hasHan } from '../names/fold';
import type { LatinCompany } from '../names/latin-company';
import type { PersonName } from '../names/person';
import { reading, soundCode } from '../names/pinyin';
import { type Address, doorKey } from './address';
import { HASH_START, hashEnd, hashOf, hashOn } from './hash';
import { phoneTail } from './phone';
import type { Prepared } from './prepare';

/** Takes the keys of a record, some more than once. */
type Sink = (key: number) => void;

/**
 * The keys under which a record meets others that may be the same, as 32-bit numbers: each kind of key forgives other
 * slips, so that a pair that is one customer shares at least one. Two records without a common key are never compared.
 */
export function blockKeys(record: Prepared, sink: Sink): void {
  for (const code of record.codes) sink(hashOf('c', code));
  for (const { key, local, domain } of record.emails) {
    sink(hashOf('e', key));
    if (local.length >= 6) sink(hashOf('l', local.replace(/[._-]/g, '')));
    if (domain !== '') sink(hashOf('d', domain));
  }
  for (const digits of record.phones) {
    const tail = phoneTail(digits);
    sink(hashOf('p', tail));
    sink(sameLetters('q', tail));
  }
  for (const name of record.companies) {
    if (name.script === 'han') chineseKeys(name, sink);
    else latinKeys(name, sink);
  }
  for (const name of record.people) personKeys(name, record, sink);
  for (const address of record.addresses) addressKeys(address, sink);
  if (record.birthday !== '') sink(hashOf('y', record.birthday));
}

/** A key that does not depend on the order of its letters. */
function sameLetters(kind: string, text: string): number {
  let sum = hashOf(kind);
  for (let index = 0; index < text.length; index += 1) sum += hashOf(kind, text[index]);
  return hashEnd(sum | 0);
}

const twoSounds = (a: number, b: number): number =>
  hashEnd(Math.imul(HASH_START ^ a, 0x01000193) ^ Math.imul(b, 0x9e3779b1));

/** Pairs of characters in their order, by sound: a short name keeps two of them, a slip of the ear all. */
function chineseKeys(name: ChineseCompany, sink: Sink): void {
  const length = Math.min(name.core.length, 10);
  const trade = Math.min(name.trade.length, 4);
  for (let i = 0; i < trade; i += 1) {
    for (let j = i + 1; j < (i === 0 ? length : trade); j += 1) {
      if (name.roles[j] !== 'g') sink(twoSounds(soundAt(name, i), soundAt(name, j)));
    }
  }
  if (name.placeText !== '') {
    const place = soundCode(name.placeText.charCodeAt(0));
    for (let i = 0; i < Math.min(length, 4); i += 1) sink(twoSounds(place, soundAt(name, i)));
  }
  if (name.trade.length === 1 || name.core.length <= 2)
    sink(twoSounds(soundAt(name, 0) + 100_000, length > 1 ? soundAt(name, 1) : 0));
  if (name.trade === '') sink(hashOf(`i${name.placeText}`, name.core.slice(0, 1)));
  if (name.trade.length >= 2) {
    sink(hashOf('w', reading(name.trade.slice(0, 4))));
    sink(hashOf('w', reading(name.trade.slice(0, 2))));
  }
}

function latinKeys(name: LatinCompany, sink: Sink): void {
  sink(hashOf('f', name.core.slice(0, 6)));
  for (const word of name.trade.slice(0, 6)) {
    if (word.length < 3) continue;
    sink(hashOf('w', word));
    sink(hashOf('v', word.slice(0, 4)));
  }
  if (name.initials.length >= 3) sink(hashOf('k', name.initials.slice(0, 5)));
  const short = name.trade[0] ?? '';
  for (let size = 3; size <= Math.min(5, short.length) && short.length <= 7; size += 1)
    sink(hashOf('k', short.slice(0, size)));
}

/** A person by both parts in either order, and by each part with a place, so that a slip in the other is forgiven. */
function personKeys(name: PersonName, record: Prepared, sink: Sink): void {
  const { surname, given } = name.sounds;
  if (surname !== '' && given !== '') {
    sink(surname < given ? hashOf(`s${surname} `, given) : hashOf(`s${given} `, surname));
    sink(partKey('t', surname, 4, given.slice(0, 1)));
    sink(partKey('t', given, 4, surname.slice(0, 1)));
  }
  for (const { postcode, number, locality, street } of record.addresses) {
    for (const part of [surname, given]) {
      if (part === '') continue;
      if (postcode !== '') sink(partKey('z', part, 5, postcode));
      if (number !== '') sink(partKey('h', part, 5, number));
      if (locality !== '') sink(partKey('t', part, 5, locality.slice(0, 5)));
      if (street !== '') sink(partKey('r', part, 3, street.slice(0, 5)));
    }
  }
}

const partKey = (kind: string, part: string, letters: number, more: string): number =>
  hashEnd(hashOn(hashOn(hashOn(HASH_START, kind), part.slice(0, letters)) ^ 0x20, more));

function addressKeys(address: Address, sink: Sink): void {
  const { street, number, postcode } = address;
  if (doorKey(address) !== '') {
    sink(partKey('a', street, 5, number));
    if (hasHan(street)) sink(partKey('b', street.slice(-4), 4, number));
  }
  if (number !== '' && postcode !== '') sink(partKey('x', postcode, 8, number));
  if (street !== '' && postcode !== '') sink(partKey('x', street, 4, postcode));
}
