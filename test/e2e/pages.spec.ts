import { expect, test } from '@playwright/test';
import { allCases, type PageCase, problems } from '../tools/cases.ts';
import { openReader, type PageReader, readPageFile } from '../tools/page-reader.ts';
import { randomise } from '../tools/randomise.ts';

/**
 * The shipped detector in a real browser over every example page: as saved and with every class and id made
 * meaningless, with the site files and without them. One test a host and mode; all its pages are reported.
 */
const MODES = [
  { name: 'as saved', random: false, sites: true },
  { name: 'as saved, no site files', random: false, sites: false },
  { name: 'randomised', random: true, sites: true },
  { name: 'randomised, no site files', random: true, sites: false },
];

let reader: PageReader;
test.beforeAll(async () => {
  reader = await openReader();
});
test.afterAll(() => reader.close());

const hostOf = (one: PageCase): string => one.id.split('/')[0] ?? '';
const hosts = [...new Set(allCases().map(hostOf))];

async function wrongIn(cases: readonly PageCase[], mode: (typeof MODES)[number]): Promise<string[]> {
  const wrong: string[] = [];
  for (const one of cases) {
    const raw = readPageFile(one.path);
    const html = mode.random ? randomise(raw.toString('utf8')) : raw;
    const seen = await reader.read(html, one.url, { own: one.own, sites: mode.sites }, one.path);
    for (const problem of problems(seen, one.expect)) wrong.push(`${one.id}: ${problem}`);
    const asSaved = mode.sites && !mode.random;
    if (asSaved && one.expect.site && seen.site !== one.expect.site)
      wrong.push(`${one.id}: site ${seen.site}`);
    if (!mode.sites && seen.site !== null) wrong.push(`${one.id}: site ${seen.site} although switched off`);
  }
  return wrong;
}

for (const host of hosts) {
  const cases = allCases().filter((one) => hostOf(one) === host);
  for (const mode of MODES) {
    test(`${host}, ${mode.name}`, async () => {
      test.setTimeout(30_000 + cases.length * 4_000);
      expect(await wrongIn(cases, mode)).toEqual([]);
    });
  }
}

test('a page is never changed by being read', async () => {
  for (const one of allCases().filter((each) => /made\/|gmail\//.test(each.id))) {
    const same = await reader.open(readPageFile(one.path), one.url, async (page) => {
      const before = await page.content();
      await reader.detectIn(page, one.url, { own: one.own });
      return before === (await page.content());
    });
    expect(same, one.id).toBe(true);
  }
});
