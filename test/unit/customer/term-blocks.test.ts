import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  beginningIn,
  blocksFor,
  blocksOf,
  firstTerm,
  hintOf,
  linesOf,
  restOf,
  stemOf,
  withStem,
} from '../../../utils/customer/term-blocks';

const term = fc.string({ unit: fc.constantFrom('a', 'b', '恒', 'é', '9'), minLength: 1, maxLength: 5 });
const rows = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^imp-[0-9a-f]{1,4}$/), terms: fc.uniqueArray(term, { maxLength: 4 }) }),
  { selector: ({ id }) => id, maxLength: 700, minLength: 1 },
);

it('finds in blocks what stands in the rows, whatever is asked', () => {
  fc.assert(
    fc.property(rows, term, (all, start) => {
      const { stem, lines } = linesOf(all);
      const blocks = [...blocksOf(lines)];
      const { from, to } = blocksFor(blocks.map(firstTerm), start);
      const found = blocks
        .slice(from, to)
        .flatMap((block) => [...beginningIn(block, start)])
        .map((line) => hintOf(line, stem));
      const wanted = all.flatMap(({ id, terms }) =>
        terms.filter((one) => one.startsWith(start)).map((one) => ({ term: one, id })),
      );
      const sorted = (list: typeof wanted) => list.map(({ term: one, id }) => `${one} ${id}`).sort();
      expect(sorted(found)).toEqual(sorted(wanted));
      expect(found.map((hint) => hint.term)).toEqual(found.map((hint) => hint.term).sort());
    }),
    { numRuns: 60 },
  );
});

it('keeps whose a line is when ids share less', () => {
  fc.assert(
    fc.property(rows, fc.nat(4), (all, length) => {
      const { stem, lines } = linesOf(all);
      const shorter = stem.slice(0, length);
      const moved = withStem(lines, stem, shorter).map((line) => hintOf(line, shorter));
      expect(moved).toEqual(lines.map((line) => hintOf(line, stem)));
    }),
    { numRuns: 60 },
  );
});

it('knows what ids share, and the rest of a line', () => {
  expect(stemOf([])).toBe('');
  expect(stemOf(['ab-1'])).toBe('ab-1');
  expect(stemOf(['ab-12', 'ab-13', 'ab-2'])).toBe('ab-');
  const { stem, lines } = linesOf([
    { id: 'x1', terms: ['b', 'a'] },
    { id: 'x2', terms: [] },
  ]);
  expect(lines.map(restOf)).toEqual(['1', '1']);
  expect(lines.map((line) => hintOf(line, stem).term)).toEqual(['a', 'b']);
});
