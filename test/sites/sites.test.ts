import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../utils/detect/types';
import { SITES } from '../../utils/sites';
import { checkSite, SITE_VERSION } from '../../utils/sites/schema';
import { WORDS } from '../../utils/sites/words';
import { checkShipped, parserOf } from '../tools/check-sites';
import { hostTable } from '../tools/host-table';

const PAGES = resolve(import.meta.dirname, '../pages');
const parses = parserOf();
const check = (site: unknown, version: unknown = SITE_VERSION) =>
  checkSite(JSON.stringify({ version, site }), parses);

describe('site files', () => {
  it.each(SITES.map((site) => [site.id, site] as const))('%s has the form of a site', (_, site) => {
    expect(check(site)).toEqual({ ok: true, site });
  });

  it('stop the build where one is broken or two have one id, with every reason', () => {
    const [first, second] = SITES as [Site, Site];
    const broken = [first, { ...second, region: ['div['] }, { ...first, matches: ['*://*/*'] }];
    expect(() => checkShipped(broken)).toThrow(
      /outlook: selector div\[ does not parse\n.*gmail: matches\.0: .*\n.*gmail: an id that two/,
    );
    expect(() => checkShipped(SITES)).not.toThrow();
  });

  it.each(SITES.map((site) => [site.id, site] as const))(
    '%s has its examples under test/pages',
    (_, site) => {
      // What is said to work has been seen to work.
      if (site.verified) expect(site.examples.length).toBeGreaterThan(0);
      for (const example of site.examples) expect(existsSync(resolve(PAGES, example)), example).toBe(true);
    },
  );

  it.each([
    ['a selector that does not parse', { region: ['div['] }, /selector div\[ does not parse/],
    ['a selector of everything', { region: ['*'] }, /region\.0: /],
    ['a selector that is slow in long lists', { region: ['p:not(:has(~ *))'] }, /region\.0: a "~" within/],
    ['a pattern of every page', { matches: ['*://*/*'] }, /matches\.0: /],
    ['a runaway expression', { sent: ['(a+)+$'] }, /sent\.0: /],
    [
      'a code without a group',
      { signals: { code: [{ from: 'url', pattern: 'id=\\d{1,9}' }] } },
      /signals\.code/,
    ],
    ['a field that it does not know', { run: 'code' }, /run/],
    ['nothing to be recognised by', { matches: [], traits: [] }, /./],
  ])('%s is refused with the reason', (_, change, reason) => {
    const checked = check({ ...SITES[0], ...change });
    expect(checked.ok).toBe(false);
    expect(checked.ok ? '' : checked.reason).toMatch(reason);
  });

  it.each([
    ['another version', JSON.stringify({ version: 2, site: SITES[0] }), /version 2/],
    ['no JSON', '{', /not JSON/],
    ['null', 'null', /version undefined/],
    ['a large file', ' '.repeat(20_001), /longer/],
  ])('a file of %s is refused with the reason', (_, text, reason) => {
    const checked = checkSite(text, parses);
    expect(checked.ok ? '' : checked.reason).toMatch(reason);
  });

  it('have words that are expressions', () => {
    const sources = [
      ...WORDS.labels.flatMap(([, whole, stems]) => [whole, stems]),
      WORDS.session,
      WORDS.settings,
    ];
    for (const source of sources) expect(new RegExp(source, 'iu')).toBeInstanceOf(RegExp);
  });

  it('are listed in the README as they are', () => {
    const readme = readFileSync(resolve(PAGES, '../../README.md'), 'utf8');
    expect(readme).toContain(hostTable(SITES));
  });
});
