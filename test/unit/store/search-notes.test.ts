import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteAnswers, noteExcerpt, noteQuery, noteWords } from '../../../utils/customer/note-words';
import { newId } from '../../../utils/id';
import * as act from '../../../utils/store/actions';
import { newInteraction } from '../../../utils/store/drafts';
import { added, freshStore, source } from './help';

const it = freshStore();
const noted = async (
  name: string,
  text: string,
  at = 1_000,
): Promise<{ customerId: string; noteId: string }> => {
  const customerId = await added(it(), { name });
  await act.addNote(it(), source, customerId, { kind: 'note', at, text, page: null });
  const noteId = (await it().card(customerId))?.interactions[0]?.id ?? '';
  return { customerId, noteId };
};
const found = async (typed: string, limit?: number) =>
  (await it().search(typed, limit)).map(({ customer }) => customer.name);

describe('what stands in notes', () => {
  test.each([
    ['forklift', 'Northwind'],
    ['FORKL', 'Northwind'],
    ['forklift warehouse', 'Northwind'],
    ['cafe', 'Northwind'],
    ['样品', '远航食品'],
    ['樣品', '远航食品'],
    ['寄了样品', '远航食品'],
    ['样品 march', '远航食品'],
  ])('"%s" finds %s', async (typed, name) => {
    await noted('Northwind', 'They want a second Forklift for the café’s\nwarehouse.');
    await noted('远航食品', '今天寄了样品，等 March 的回复');
    expect(await found(typed)).toEqual([name]);
  });

  test.each(['fo', '样', 'forklift 样品', '样了', 'lift'])('"%s" finds nobody', async (typed) => {
    await noted('Northwind', 'They want a second forklift.');
    await noted('远航食品', '今天寄了样品');
    expect(await found(typed)).toEqual([]);
  });

  test('says where, and that it is a note; a name goes before', async () => {
    await noted('Northwind', `${'before '.repeat(20)}the forklift is late`, 7_000);
    await added(it(), { name: 'Forklift Rental' });
    const [named, note] = await it().search('forklift');
    expect(named).toMatchObject({ customer: { name: 'Forklift Rental' }, matched: 'Forklift Rental' });
    expect(named?.notedAt).toBeUndefined();
    expect(note).toMatchObject({ customer: { name: 'Northwind' }, contact: null, notedAt: 7_000 });
    expect(note?.matched).toMatch(/^….*forklift is late$/);
  });

  test('each customer once, by the newest note, at most as many as asked for', async () => {
    const { customerId } = await noted('Northwind', 'forklift asked for', 1_000);
    await act.addNote(it(), source, customerId, {
      kind: 'note',
      at: 3_000,
      text: 'forklift ordered',
      page: null,
    });
    await noted('Southwind', 'forklift too', 2_000);
    expect((await it().search('forklift')).map(({ matched }) => matched)).toEqual([
      'forklift ordered',
      'forklift too',
    ]);
    expect(await found('forklift', 1)).toEqual(['Northwind']);
  });

  test('follows edits, removals and undo', async () => {
    const { noteId } = await noted('Northwind', 'forklift');
    await act.editNote(it(), source, noteId, { text: 'pallet truck' });
    expect(await found('forklift')).toEqual([]);
    expect(await found('pallet')).toEqual(['Northwind']);
    const removed = await act.removeNote(it(), source, noteId);
    expect(await found('pallet')).toEqual([]);
    await it().undo(removed, source);
    expect(await found('pallet')).toEqual(['Northwind']);
  });

  test('a word of every note does not hide the rare one beside it', async () => {
    const customerId = await added(it(), { name: 'Northwind' });
    const interactions = Array.from({ length: 410 }, (_, at) =>
      newInteraction({ customerId, at, text: 'called again' }),
    );
    await it().addMany({ id: newId(), what: 'sample-loaded', source, rows: { interactions } });
    await noted('Rare', 'called about the turntable');
    expect(await found('called turntable')).toEqual(['Rare']);
  });
});

describe('the words of a note', () => {
  test('are bounded, and any text has some answer', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aé字樣 \n😀Ａß9.\u0301'), maxLength: 60 }),
        fc.string({ maxLength: 40 }),
        (text, typed) => {
          const words = noteWords(text);
          expect(words.length).toBeLessThanOrEqual(400);
          expect(new Set(words).size).toBe(words.length);
          const query = noteQuery(typed);
          if (query && noteAnswers(query, text, words)) expect(noteExcerpt(query, text)).not.toBe('');
        },
      ),
      { numRuns: 15 },
    );
    expect(noteWords('字'.repeat(200_000)).length).toBe(1);
    expect(noteWords(Array.from({ length: 9_000 }, (_, at) => `w${at}`).join(' ')).length).toBe(400);
  });
});
