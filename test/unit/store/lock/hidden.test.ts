import { describe, expect, test } from 'vitest';
import { HIDDEN, indexedFields, SHOWN } from '../../../../utils/store/lock/hidden';
import { SealedIndex, TableSeal } from '../../../../utils/store/lock/sealed-tables';
import { SealBroken, Sealer } from '../../../../utils/store/lock/sealer';
import { INDEXES } from '../../../../utils/store/schema';

const sealer = new Sealer(new Uint8Array(32).fill(7));

describe('what an index shows', () => {
  test.each(Object.entries(INDEXES))('of %s is decided, field by field', (table, line) => {
    const decided = new Set([...(SHOWN[table] ?? []), ...Object.keys(HIDDEN[table] ?? {})]);
    const { key, others } = indexedFields(line);
    const undecided = others.filter((field) => !decided.has(field) && !key.includes(field));
    expect(undecided, 'a new index is named in lock/hidden.ts').toEqual([]);
  });

  test('of a customer is neither name nor address', () => {
    const row = {
      id: '1',
      name: 'Orla Quill',
      keys: ['e:orla@quill.example'],
      terms: ['orla quill'],
      sortName: 'orla quill',
      stageMark: 'loyal',
    };
    const stored = new TableSeal('customers', sealer).seal(row);
    expect(Object.keys(stored).sort()).toEqual(['id', 'keys', 'sealed', 'sortName', 'stageMark', 'terms']);
    expect(JSON.stringify(stored)).not.toMatch(/orla|quill/i);
  });
});

describe('a sealed row', () => {
  const seal = new TableSeal('customers', sealer);
  const row = { id: '1', name: 'Orla Quill', keys: [], terms: [] };

  test('comes back as it was, and never looks the same twice', () => {
    expect(seal.open(seal.seal(row))).toEqual(row);
    expect(seal.seal(row)).not.toEqual(seal.seal(row));
  });

  test('that was put in the place of another, or changed, does not open', () => {
    const stored = seal.seal(row) as { sealed: Uint8Array };
    expect(() => seal.open({ ...stored, id: '2' })).toThrow(SealBroken);
    const changed = stored.sealed.map((byte, at) => (at === 20 ? byte ^ 1 : byte));
    expect(() => seal.open({ ...stored, sealed: changed })).toThrow(SealBroken);
    expect(() => new TableSeal('contacts', sealer).open(stored)).toThrow(SealBroken);
  });

  test('whose key the database makes gets it back', () => {
    const touches = new TableSeal('touches', sealer);
    const stored = touches.seal({ customers: ['1'], contacts: [] });
    expect(touches.open({ ...stored, seq: 12 })).toEqual({ seq: 12, customers: ['1'], contacts: [] });
  });
});

test('what tokens cannot answer is refused, not answered wrongly', () => {
  const seal = new TableSeal('customers', sealer);
  const index = { name: 'terms', keyPath: 'terms' } as never;
  const range = { type: 2, lower: 'a', upper: 'm' } as never;
  expect(() => seal.query({ index, range })).toThrow(SealedIndex);
});
