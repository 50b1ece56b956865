import { describe, expect, it } from 'vitest';
import { scoreNames } from '../../../../utils/customer/duplicates';
import { comparePersons } from '../../../../utils/customer/names/compare-person';
import { parsePerson } from '../../../../utils/customer/names/person';

const REVIEW = 0.5;

describe('names in Latin letters', () => {
  it.each([
    ['Acme Widgets Inc', 'ACME WIDGETS LLC'],
    ['Müller & Söhne GmbH & Co. KG', 'Mueller und Soehne'],
    ['Harper Dental Group dba Bright Smiles', 'Bright Smiles'],
    ["St. Mary's Hospital", 'Saint Marys Hospital'],
    ['Kling Grp, Inc.', 'Kling Group'],
    ['North Star Logistics', 'Northstar Logistics'],
    ['Tanaka Seisakusho K.K.', 'Tanaka Seisakusho Co. Ltd.'],
  ])('%s is %s', (one, other) => {
    expect(scoreNames(one, other)).toBeGreaterThan(REVIEW);
  });

  it.each([
    ['Blue Ocean Seafood', 'Blue Ocean Shipping'],
    ['ABC Trading Co.', 'ABD Trading Co.'],
    ['Johnson Controls', 'Johnson & Johnson'],
    ['First National Bank of Dover', 'First National Bank of Salem'],
  ])('%s is not %s', (one, other) => {
    expect(scoreNames(one, other)).toBeLessThan(REVIEW);
  });

  const level = (one: string, other: string) => {
    const [a, b] = [parsePerson(one), parsePerson(other)];
    return a && b && comparePersons(a, b).level;
  };
  it('of people: what they are called for short is their name, another given name is not', () => {
    for (const [one = '', other = ''] of [
      ['Robert Carver', 'Bob Carver'],
      ['Carver, Liz', 'Elizabeth Carver'],
      ['Tom Carver', 'Thomas Carver'],
    ])
      expect([one, level(one, other), level(other, one)]).toEqual([one, 'near', 'near']);
    expect(level('Bob Carver', 'William Carver')).toBe('family');
    expect(level('Lena Carver', 'Tom Carver')).toBe('family');
  });
});
