import {
  type Dice,
  FIRST_NAMES,
  FORMS,
  HAN_GIVEN,
  HAN_SURNAMES,
  LATIN_TRADES,
  PLACES,
  TRADE_CHARS,
  TRADES,
  word,
} from './invented.ts';

/** The address of stored customer number `at`, or of their contact. */
export const addressOf = (at: number): string => `buyer${at}@firm-${at}.example`;

/** Stands in every note. */
export const NOTE = 'asked for samples, wants the quote before Friday. 催交货期，等新报价';

/** A company and a person, Chinese or English, some names far more frequent than others. */
export function invented(dice: Dice): { person: string; company: string } {
  if (dice.chance(0.5)) {
    const trade = dice.of(TRADE_CHARS, 1.4) + dice.of(TRADE_CHARS, 1.4);
    const person = dice.of(HAN_SURNAMES, 1.6) + dice.of(HAN_GIVEN) + dice.of(HAN_GIVEN);
    return { person, company: `${dice.of(PLACES, 1.4)}${trade}${dice.of(TRADES, 1.4)}${dice.of(FORMS)}` };
  }
  const company = `${word(dice)} ${dice.of(LATIN_TRADES)} Ltd`;
  return { person: `${dice.of(FIRST_NAMES)} ${word(dice)}`, company };
}
