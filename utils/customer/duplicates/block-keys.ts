import type { ChineseCompany } from '../names/chinese-company';
import { hasHan } from '../names/fold';
import type { LatinCompany } from '../names/latin-company';
import type { PersonName } from '../names/person';
import { reading } from '../names/pinyin';
import { doorKey } from './address';
import { phoneTail } from './phone';
import type { Prepared } from './prepare';

/**
 * The keys under which a record meets others that may be the same: each kind of key forgives other slips, so that
 * a pair that is one customer shares at least one. Two records without a common key are never compared.
 */
export function blockKeys(record: Prepared): Set<string> {
  const keys = new Set<string>();
  for (const code of record.codes) keys.add(`c${code}`);
  for (const email of record.emails) {
    keys.add(`e${email.key}`);
    if (email.local.length >= 6) keys.add(`l${email.local.replace(/[._-]/g, '')}`);
    if (email.domain !== '') keys.add(`d${email.domain}`);
  }
  for (const digits of record.phones) {
    keys.add(`p${phoneTail(digits)}`);
    keys.add(`q${Array.from(phoneTail(digits)).sort().join('')}`);
  }
  for (const name of record.companies) {
    if (name.script === 'han') chineseKeys(name, keys);
    else latinKeys(name, keys);
  }
  for (const name of record.people) personKeys(name, record, keys);
  addressKeys(record, keys);
  if (record.birthday !== '') keys.add(`y${record.birthday}`);
  return keys;
}

/** Pairs of characters in their order, by sound: a short name keeps two of them, a slip of the ear all. */
function chineseKeys(name: ChineseCompany, keys: Set<string>): void {
  const sounds = name.sounds.slice(0, 10).map((sound, index) => sound || (name.core[index] ?? ''));
  const trade = Math.min(name.trade.length, 4);
  for (let i = 0; i < trade; i += 1) {
    for (let j = i + 1; j < (i === 0 ? sounds.length : trade); j += 1) {
      if (name.roles[j] !== 'generic') keys.add(`n${sounds[i]} ${sounds[j]}`);
    }
  }
  const place = name.placeText.slice(0, 1);
  if (place !== '') {
    for (const sound of sounds.slice(0, 4)) keys.add(`n${reading(place)} ${sound}`);
  }
  if (name.trade.length === 1 || name.core.length <= 2) keys.add(`o${sounds.slice(0, 2).join(' ')}`);
  if (name.trade === '') keys.add(`i${name.placeText}${name.core.slice(0, 1)}`);
  if (name.trade.length >= 2)
    keys.add(`w${reading(name.trade.slice(0, 4))}`).add(`w${reading(name.trade.slice(0, 2))}`);
}

function latinKeys(name: LatinCompany, keys: Set<string>): void {
  keys.add(`f${name.core.slice(0, 6)}`);
  for (const word of name.trade.slice(0, 6)) {
    if (word.length < 3) continue;
    keys.add(`w${word}`);
    keys.add(`v${word.slice(0, 4)}`);
  }
  if (name.initials.length >= 3) keys.add(`k${name.initials.slice(0, 5)}`);
  const short = name.trade[0] ?? '';
  for (let size = 3; size <= Math.min(5, short.length) && short.length <= 7; size += 1)
    keys.add(`k${short.slice(0, size)}`);
}

/** A person by both parts in either order, and by each part with a place, so that a slip in the other is forgiven. */
function personKeys(name: PersonName, record: Prepared, keys: Set<string>): void {
  const { surname, given } = name.sounds;
  if (surname !== '' && given !== '') {
    keys.add(`s${[surname, given].sort().join(' ')}`);
    keys.add(`t${surname.slice(0, 4)} ${given[0]}`);
    keys.add(`t${given.slice(0, 4)} ${surname[0]}`);
  }
  for (const { postcode, number, locality, street } of record.addresses) {
    for (const part of [surname, given]) {
      if (part === '') continue;
      if (postcode !== '') keys.add(`z${part.slice(0, 5)} ${postcode}`);
      if (number !== '') keys.add(`h${part.slice(0, 5)} ${number}`);
      if (locality !== '') keys.add(`t${part.slice(0, 5)} ${locality.slice(0, 5)}`);
      if (street !== '') keys.add(`r${part.slice(0, 3)} ${street.slice(0, 5)}`);
    }
  }
}

function addressKeys(record: Prepared, keys: Set<string>): void {
  for (const address of record.addresses) {
    const door = doorKey(address);
    if (door !== '') {
      keys.add(`a${address.number}|${address.street.slice(0, 5)}`);
      if (hasHan(address.street)) keys.add(`a${address.number}|${address.street.slice(-4)}`);
    }
    if (address.number !== '' && address.postcode !== '') keys.add(`x${address.number} ${address.postcode}`);
    if (address.street !== '' && address.postcode !== '')
      keys.add(`x${address.street.slice(0, 4)} ${address.postcode}`);
  }
}
