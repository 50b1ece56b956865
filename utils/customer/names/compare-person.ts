import { alike, distance } from './distance';
import { calledAlike } from './nicknames';
import type { PersonName } from './person';
import { homophones } from './pinyin';

/**
 * How two personal names stand to each other: `same` in other spellings or order, or read alike in letters ·
 * `near` a slip apart · `partial` one gives less (an initial, 王总) · `given` only the given name agrees (marriage, or
 * another person) · `family` only the family name does · `different`.
 */
export type PersonLevel = 'same' | 'near' | 'partial' | 'given' | 'family' | 'different';

export interface PersonMatch {
  level: PersonLevel;
  /** The family name and given name that both share, for their rarity; '' where one is not shared. */
  surname: string;
  given: string;
  /** Both whole names in letters: the same for each order of the parts. */
  whole: string;
}

const match = (level: PersonLevel, name: PersonName, surname = true, given = true): PersonMatch => ({
  level,
  surname: surname ? name.surname : '',
  given: given ? name.given : '',
  whole: level === 'same' ? wholeName(name) : '',
});

/** One key for a name in all orders and scripts of its parts. */
export const wholeName = ({ sounds }: PersonName): string => [sounds.surname, sounds.given].sort().join(' ');

/** Compares two names of persons of any scripts. The result does not depend on their order. */
export function comparePersons(a: PersonName, b: PersonName): PersonMatch {
  return comesAfter(a, b) ? compareOrdered(b, a) : compareOrdered(a, b);
}

/** An order of names, whichever it is: some rules below look at one name from the other. */
function comesAfter(a: PersonName, b: PersonName): boolean {
  if (a.sounds.surname !== b.sounds.surname) return a.sounds.surname > b.sounds.surname;
  if (a.sounds.given !== b.sounds.given) return a.sounds.given > b.sounds.given;
  if (a.surname !== b.surname) return a.surname > b.surname;
  return a.given > b.given;
}

function compareOrdered(a: PersonName, b: PersonName): PersonMatch {
  if (a.script === 'han' && b.script === 'han') return compareHan(a, b);
  const straight = compareParts(a, b, b.sounds.surname, b.sounds.given);
  if (straight.level === 'same') return straight;
  const crossed = compareParts(a, b, b.sounds.given, b.sounds.surname);
  const best = PERSON_RANK[crossed.level] > PERSON_RANK[straight.level] ? crossed : straight;
  return PERSON_RANK[best.level] < PERSON_RANK.partial && glued(a, b) ? match('near', a) : best;
}

/** `karolannmarvin`: the blank between the parts was lost, or another letter stands for it. */
function glued(a: PersonName, b: PersonName): boolean {
  if (a.sounds.given !== '' && b.sounds.given !== '') return false;
  const whole = ({ sounds }: PersonName) => [sounds.given + sounds.surname, sounds.surname + sounds.given];
  return whole(a).some((x) => x.length >= 6 && whole(b).some((y) => distance(x, y, 1) <= 1));
}

/** From what speaks least for one person to what speaks most. */
export const PERSON_RANK: Record<PersonLevel, number> = {
  different: 0,
  family: 1,
  given: 2,
  partial: 3,
  near: 4,
  same: 5,
};

function compareHan(a: PersonName, b: PersonName): PersonMatch {
  const surname = a.surname === b.surname;
  if (surname && a.given === b.given) return match('same', a);
  if (surname && (a.given === '' || b.given === '')) return match('partial', a, true, false);
  const x = a.surname + a.given;
  const y = b.surname + b.given;
  if (x.length === y.length && x.length >= 2) {
    const other = Array.from(x).findIndex((char, index) => char !== y[index]);
    const rest = x.slice(other + 1) === y.slice(other + 1);
    if (rest && homophones(x[other] ?? '', y[other] ?? '')) return match('near', a, surname, true);
    const swapped =
      x[other] === y[other + 1] && x[other + 1] === y[other] && x.slice(other + 2) === y.slice(other + 2);
    if (swapped) return match('near', a, surname, true);
  }
  if (surname && sameSound(a, b)) return match('near', a);
  if (surname) return match('family', a, true, false);
  const given = a.given === b.given && a.given.length > 1;
  return given ? match('given', a, false, true) : match('different', a, false, false);
}

const sameSound = (a: PersonName, b: PersonName): boolean => a.sounds.given === b.sounds.given;

function compareParts(a: PersonName, b: PersonName, surname: string, given: string): PersonMatch {
  const own = a.sounds;
  const sameSurname = own.surname === surname;
  const sameGiven = own.given === given;
  if (sameSurname && sameGiven && own.given !== '') return match('same', a);
  if (own.given === '' || given === '') return oneMissing(a, b, sameSurname && surname !== '');
  if (sameSurname && surname !== '' && calledAlike(own.given, given)) return match('near', a, true, false);
  const likeSurname = sameSurname || alike(own.surname, surname);
  const likeGiven = sameGiven || alike(own.given, given);
  if (likeSurname && likeGiven) return match('near', a);
  if (likeSurname && initialOf(own.given, given)) return match('partial', a, sameSurname, false);
  if (sameGiven && own.surname !== '' && surname !== '' && close(own.surname, surname))
    return match('near', a, false, true);
  if (sameSurname && close(own.given, given)) return match('near', a, true, false);
  if (likeSurname) return match('family', a, sameSurname, false);
  if (sameGiven && (own.surname === '' || surname === '')) return match('partial', a, false, true);
  // a given name mistyped beside another family name: what it tells is that it is no other given name
  return likeGiven ? match('given', a, false, sameGiven) : match('different', a, false, false);
}

function oneMissing(a: PersonName, b: PersonName, sameSurname: boolean): PersonMatch {
  if (sameSurname) return match('partial', a, true, false);
  const like = a.sounds.surname !== '' && alike(a.sounds.surname, b.sounds.surname);
  return like ? match('partial', a, true, false) : match('different', a, false, false);
}

/** `m` for `macie`: one is the beginning of the other, down to its first letter. */
const initialOf = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Two slips and more, yet one word by its letters (Jaro & Winkler 1990). */
const close = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 4 && jaroWinkler(a, b) >= 0.87;

/** Similarity 0..1 of two words by the letters they share in about the same places, the beginning counted more. */
export function jaroWinkler(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const left: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (taken[j] === 1 || a[i] !== b[j]) continue;
      taken[j] = 1;
      left.push(a[i] ?? '');
      break;
    }
  }
  if (left.length === 0) return 0;
  const right = Array.from(b).filter((_char, index) => taken[index] === 1);
  const moved = left.filter((char, index) => char !== right[index]).length / 2;
  const jaro = (left.length / a.length + left.length / b.length + (left.length - moved) / left.length) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}
