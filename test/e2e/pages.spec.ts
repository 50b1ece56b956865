import { expect, type Page, test } from '@playwright/test';
import { allCases, type PageCase, problems } from '../tools/cases.ts';
import { openReader, type PageReader, readPageFile } from '../tools/page-reader.ts';
import { randomise } from '../tools/randomise.ts';

/**
 * The shipped detector in a real browser over every example page: as saved and with every class and id made
 * meaningless, each with the site files and without them. One test a host and form; all its pages are reported.
 */
const MODES = [
  { name: 'as saved', random: false },
  { name: 'randomised', random: true },
];

let reader: PageReader;
test.beforeAll(async () => {
  reader = await openReader();
});
test.afterAll(() => reader.close());

const hostOf = (one: PageCase): string => one.id.split('/')[0] ?? '';
const hosts = [...new Set(allCases().map(hostOf))];

async function wrongIn(one: PageCase, random: boolean): Promise<string[]> {
  const raw = readPageFile(one.path);
  const html = random ? randomise(raw.toString('utf8')) : raw;
  const look = async (page: Page): Promise<string[]> => {
    const { own, ownDomains = [], codePattern = '' } = one;
    const options = { own, ownDomains, codePattern };
    const known = await reader.detectIn(page, one.url, options);
    const generic = await reader.detectIn(page, one.url, { ...options, sites: false });
    const wrong = [
      ...problems(known, one.expect),
      ...problems(generic, one.expect).map((problem) => `${problem} (no site files)`),
    ];
    if (!random && one.expect.site && known.site !== one.expect.site) wrong.push(`site ${known.site}`);
    if (generic.site !== null) wrong.push(`site ${generic.site} although switched off`);
    return wrong.map((problem) => `${one.id}: ${problem}`);
  };
  return reader.open(html, one.url, look, one.path);
}

for (const host of hosts) {
  const cases = allCases().filter((one) => hostOf(one) === host);
  for (const mode of MODES) {
    test(`${host}, ${mode.name}`, async () => {
      test.setTimeout(30_000 + cases.length * 2_000);
      const wrong: string[] = [];
      for (const one of cases) wrong.push(...(await wrongIn(one, mode.random)));
      expect(wrong).toEqual([]);
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
