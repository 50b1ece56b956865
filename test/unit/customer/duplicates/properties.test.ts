import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../../utils/customer/duplicates/find';
import { scoreNames } from '../../../../utils/customer/duplicates/pair';
import type { DuplicateRecord } from '../../../../utils/customer/duplicates/record';
import { parseCompany } from '../../../../utils/customer/names/company';
import { compareCompanies } from '../../../../utils/customer/names/compare-company';
import { comparePersons } from '../../../../utils/customer/names/compare-person';
import { UNSEEN } from '../../../../utils/customer/names/info';
import { parsePerson } from '../../../../utils/customer/names/person';
import { company, person } from './records';

const names = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '山西', '陕西省', '深圳市', '中国'),
      fc.constantFrom('', '汀海', '澄穹', '海汀', '汀', '东方汀海'),
      fc.constantFrom('', '科技', '智能装备', '煤业', '光電', '食品'),
      fc.constantFrom('', '有限公司', '股份有限公司', '集团', '厂', '大连分公司'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('Quorvane', 'Quorvan', 'Brelling', 'IBX', 'China'),
      fc.constantFrom('', 'Trading', 'Steel'),
      fc.constantFrom('', 'Ltd', 'GmbH & Co. KG'),
    )
    .map((parts) => parts.join(' ')),
  fc.string({ maxLength: 30 }),
);
const people = fc.oneof(
  fc
    .tuple(fc.constantFrom('李', '欧阳', '单', '冯'), fc.constantFrom('', '娜', '晓波', '小波', '总'))
    .map((parts) => parts.join('')),
  fc.constantFrom('Na Li', 'Li, Na', 'N. Li', 'Xiaobo Feng', 'Dr. Ada Quill', 'Ada B. Quill', 'AdaQuill'),
  fc.string({ maxLength: 20 }),
);
const records: fc.Arbitrary<DuplicateRecord[]> = fc
  .array(
    fc.record({
      name: names,
      who: people,
      isCompany: fc.boolean(),
      phone: fc.constantFrom('', '13900000142', '+86 139 0000 0142', '0571-55501420'),
      email: fc.constantFrom(
        '',
        'a.quill@tinghai.example',
        'aquill@tinghai.example',
        'office7@brelling.example',
      ),
      address: fc.constantFrom(
        '',
        '浙江省杭州市西湖区文三路12号3室',
        '文三路12号',
        '12 High Street, Quillham, OX 12345',
      ),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ name, who, isCompany, phone, email, address }, index) =>
      (isCompany ? company : person)(`r${index}`, isCompany ? name : who, {
        phones: [phone],
        emails: [email],
        addresses: [{ text: address }],
      }),
    ),
  );
const info = UNSEEN;

describe('comparing', () => {
  it('does not depend on which name comes first', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(scoreNames(a, b)).toBe(scoreNames(b, a));
        const x = parseCompany(a);
        const y = parseCompany(b);
        if (x && y) expect(compareCompanies(x, y, info)?.level).toBe(compareCompanies(y, x, info)?.level);
      }),
    );
  });

  it('does not depend on which person comes first', () => {
    fc.assert(
      fc.property(people, people, (a, b) => {
        const x = parsePerson(a);
        const y = parsePerson(b);
        if (x && y) expect(comparePersons(x, y).level).toBe(comparePersons(y, x).level);
      }),
    );
  });
});

describe('finding', () => {
  it('gives the same answer for every order of the records', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rows, draws) => {
        const shuffled = rows
          .map((row) => ({ row, at: draws.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ row }) => row);
        expect(findDuplicates(shuffled)).toEqual(findDuplicates(rows));
      }),
      { numRuns: 60 },
    );
  });

  it('names each pair once, in order of ids, with a score from the review threshold up', () => {
    fc.assert(
      fc.property(records, (rows) => {
        const found = findDuplicates(rows);
        expect(new Set(found.map(({ id1, id2 }) => `${id1} ${id2}`)).size).toBe(found.length);
        for (const { id1, id2, score } of found) {
          expect(id1 < id2).toBe(true);
          expect(score).toBeGreaterThanOrEqual(0.5);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
