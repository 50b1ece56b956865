import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '../../../utils/id';
import { ENTRY_KINDS, Entry, isEntry, SALE_CLASSES } from '../../../utils/value/ledger';
import { packEntries, unpackEntries } from '../../../utils/value/packed';

const IMPORTS = [newId(), newId()];
const text = fc.oneof(fc.constant(''), fc.string(), fc.constant('记账软件 "专业版"\n'));
const anEntry = fc
  .record({
    importId: fc.constantFrom(null, ...IMPORTS),
    line: fc.nat(),
    typed: fc.boolean(),
    date: fc.constantFrom('2024-02-29', '1999-12-31'),
    kind: fc.constantFrom(...ENTRY_KINDS),
    minor: fc.maxSafeNat(),
    currency: fc.constantFrom('EUR', 'CNY'),
    product: text,
    category: text,
    costMinor: fc.option(fc.nat()),
    saleClass: fc.option(fc.constantFrom(...SALE_CLASSES)),
    note: text,
    order: fc.option(text, { nil: undefined }),
  })
  .map(({ importId, line, typed, minor, currency, order, ...rest }): Entry => {
    const own = typed || importId === null;
    const id = own ? newId() : `${importId.slice(0, 24)}${line.toString(16).padStart(12, '0')}`;
    return { id, importId, amount: { minor, currency }, ...rest, ...(order !== undefined && { order }) };
  });

it('entries come out of the list that they are packed in as they went in', () => {
  fc.assert(
    fc.property(fc.array(anEntry), (entries) => {
      const imports: string[] = [];
      const packed = packEntries(entries, imports);
      const [known, list] = JSON.parse(JSON.stringify([imports, packed]));
      expect(unpackEntries(list, known)).toEqual(entries);
    }),
  );
});

it('the quick check of an entry says what its schema says', () => {
  const spoilt = fc.constantFrom<Array<Partial<Record<keyof Entry, unknown>>>>(
    {},
    { id: 'x' },
    { importId: 'y' },
    { date: '2025-02-30' },
    { date: '2025-2-3' },
    { kind: 'gift' },
    { amount: { minor: -1, currency: 'EUR' } },
    { amount: { minor: 1.5, currency: 'EUR' } },
    { amount: { minor: 2 ** 60, currency: 'EUR' } },
    { amount: { minor: 1, currency: 'eur' } },
    { costMinor: -1 },
    { saleClass: 'best' },
    { note: 'x'.repeat(20_001) },
    { order: 5 },
    { product: null },
  );
  fc.assert(
    fc.property(anEntry, spoilt, (entry, spoil) => {
      const given = { ...entry, ...spoil } as Entry;
      expect(isEntry(given)).toBe(Entry.safeParse(given).success);
    }),
  );
});
