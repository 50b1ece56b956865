import type { Row } from './customers.ts';
import { type Dice, FORMS, LATIN_FORMS, PLACES } from './invented.ts';

/** The same customer, entered again by somebody else on another day: names shortened, fields left out or mistyped. */
export function slipped(dice: Dice, row: Row): Row {
  const copy = { ...row };
  copy.company = row.company === '' ? '' : companyAgain(dice, row.company);
  copy.contact = dice.chance(row.company === '' ? 0.25 : 0.4) ? contactAgain(dice, row) : row.contact;
  copy.phone = dice.chance(0.4) ? phoneAgain(dice, row.phone) : row.phone;
  if (dice.chance(0.1)) copy.email = mistyped(dice, row.email);
  for (const field of ['code', 'email', 'phone', 'address', 'city'] as const)
    if (dice.chance(0.3)) copy[field] = '';
  // somebody who is entered with a name alone cannot be known again by anyone
  if (copy.code + copy.email + copy.phone + copy.address === '') copy.phone = row.phone;
  return copy;
}

/** Two neighbours swapped, one left out, or one doubled; behind the first, where people look. */
function mistyped(dice: Dice, text: string): string {
  if (text.length < 5) return text;
  const at = 1 + dice.below(Math.min(text.length, text.includes('@') ? text.indexOf('@') : 99) - 2);
  const way = dice.below(3);
  if (way === 0) return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  return way === 1
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + (text[at] ?? '') + text.slice(at);
}

function companyAgain(dice: Dice, name: string): string {
  const way = dice.roll();
  if (way < 0.2) return name;
  if (/[a-z]/i.test(name)) {
    const form = LATIN_FORMS.find((ending) => name.endsWith(` ${ending}`)) ?? '';
    const bare = name.slice(0, name.length - form.length).trim();
    if (way < 0.45) return bare;
    if (way < 0.65) return `${bare} ${dice.of(LATIN_FORMS)}`;
    return way < 0.8 ? name.toUpperCase() : mistyped(dice, name);
  }
  const form = FORMS.filter((ending) => name.endsWith(ending)).sort((a, b) => b.length - a.length)[0] ?? '';
  const bare = name.slice(0, name.length - form.length);
  const place = PLACES.find((start) => name.startsWith(start)) ?? '';
  if (way < 0.4) return bare;
  if (way < 0.6) return bare.slice(place.length);
  return way < 0.8 ? bare + dice.of(FORMS) : `${bare.slice(place.length)}（${place}）${form}`;
}

function contactAgain(dice: Dice, row: Row): string {
  const name = row.contact;
  if (/[a-z]/.test(name)) {
    const [first = '', last = ''] = name.split(' ');
    const way = dice.below(3);
    return way === 0 ? `${last}, ${first}` : way === 1 ? mistyped(dice, name) : `Mr ${name}`;
  }
  return name === '' || row.company === ''
    ? name
    : dice.of([`${name.charAt(0)}总`, `${name}经理`, `${name}先生`]);
}

function phoneAgain(dice: Dice, phone: string): string {
  if (phone === '') return '';
  const plain = phone.replace(/\D/g, '');
  const way = dice.below(3);
  if (way === 0) return plain;
  if (/^1\d{10}$/.test(plain))
    return way === 1 ? `+86 ${plain}` : `${plain.slice(0, 3)}-${plain.slice(3, 7)}-${plain.slice(7)}`;
  return way === 1 ? `${phone} ext. ${dice.digits(3)}` : phone.replace(/\D/g, ' ').trim();
}
