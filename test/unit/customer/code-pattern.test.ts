import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCodePattern, MAX_PATTERN_LENGTH } from '../../../utils/customer/code-pattern';

const problem = (source: string) => {
  const check = checkCodePattern(source);
  return check.ok ? null : check.problem;
};
const found = (source: string, text: string) => {
  const check = checkCodePattern(source);
  if (!check.ok || !check.pattern) throw new Error(`refused: ${source}`);
  return [...text.matchAll(check.pattern)].map((match) => match[0]);
};

describe('customer-code pattern', () => {
  it('takes the patterns that people use', () => {
    expect(found('[A-Z]{2,4}-?\\d{4,8}', 'see HX-20231 and CN88123')).toEqual(['HX-20231', 'CN88123']);
    expect(found('[A-Z]+-\\d+', 'A-1 BC-22')).toEqual(['A-1', 'BC-22']);
    expect(found('(?:KH|客户)\\d{6}', '客户000123, KH999999')).toEqual(['客户000123', 'KH999999']);
    expect(found('(\\d{3}-){2}\\d{3}', '123-456-789')).toEqual(['123-456-789']);
    expect(found('\\[#\\d+\\]', 're [#12]')).toEqual(['[#12]']);
    expect(found('C[()+*]\\d', 'C+1')).toEqual(['C+1']);
  });

  it('is no pattern when empty', () => {
    expect(checkCodePattern('')).toEqual({ ok: true, pattern: null });
  });

  it.each(['(a+)+$', '(a*)*', '(?:a|aa)+b', '((\\d+)-?)*x', '(a{1,9}){1,9}', '(?<x>a+)+'])(
    'refuses %s, which a page could make take for ever',
    (source) => {
      expect(problem(source)).toBe('nested');
    },
  );

  it('refuses many open-ended parts in a row, and back-references', () => {
    expect(problem('\\w+\\w+\\w+x')).toBe('slow');
    expect(problem('(a)\\1')).toBe('backreference');
    expect(problem('(?<n>a)\\k<n>')).toBe('backreference');
  });

  it('refuses what is too long, does not compile, or matches nothing at all', () => {
    expect(problem('a'.repeat(MAX_PATTERN_LENGTH + 1))).toBe('long');
    expect(checkCodePattern('[a-')).toMatchObject({ problem: 'syntax', detail: expect.stringMatching(/./) });
    expect(problem('\\d*')).toBe('empty');
    expect(problem('|A1')).toBe('empty');
  });

  it('never throws, and what it accepts ends on a hostile text', () => {
    const part = fc.constantFrom(
      'a',
      '\\w',
      '[ab]',
      '(',
      ')',
      '(?:',
      '|',
      '+',
      '*',
      '?',
      '{2,}',
      '{3}',
      '\\d',
    );
    const hostile = `${'a'.repeat(2_000)}!`;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const check = checkCodePattern(parts.join(''));
        if (check.ok && check.pattern)
          expect(hostile.replaceAll(check.pattern, '').length).toBeLessThan(2_002);
      }),
    );
  });
});
