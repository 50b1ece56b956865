import { expect, type Page, test } from '@playwright/test';
import { isMatch } from '../../utils/detect/match.ts';
import { SITES } from '../../utils/sites/index.ts';
import { allCases, type PageCase, problems, siteCodeProblems } from '../tools/cases.ts';
import { openReader, type PageReader, readPageFile } from '../tools/page-reader.ts';
import { randomise } from '../tools/randomise.ts';

/**
 * The shipped detector in a real browser over every example page: as saved and with every class and id made
 * meaningless, each with the site files and without them. One test a host and form; all its pages are reported.
 * As saved, each page is also recognised as its own host and no other, and is not changed by being read.
 */
const MODES = [
  { name: 'as saved', random: false },
  { name: 'randomised', random: true },
];

// Each test reads pages in a browser of its worker's: they wait for nothing of each other.
test.describe.configure({ mode: 'parallel' });

let reader: PageReader;
test.beforeAll(async () => {
  reader = await openReader();
});
test.afterAll(() => reader.close());

const hostOf = (one: PageCase): string => one.id.split('/')[0] ?? '';
const hosts = [...new Set(allCases().map(hostOf))];

const examples = SITES.flatMap(({ id, examples: files }) => files.map((file) => [file, id] as const));
const owner = new Map(examples);
const folders = new Map(examples.map(([file, id]) => [file.split('/')[0] ?? '', id]));

/** The sites that a page may be taken for: a rule that claims another host's page fails here. */
function sitesOf(one: PageCase): Array<string | null> {
  const own = one.expect.site ?? owner.get(one.id);
  return own === undefined ? [null, folders.get(hostOf(one)) ?? null] : [own];
}

const byAddress = ({ url }: PageCase): boolean =>
  SITES.some(({ matches }) => matches.some((match) => isMatch(match, url)));

async function wrongIn(one: PageCase, random: boolean): Promise<string[]> {
  const raw = readPageFile(one.path);
  const html = random ? randomise(raw.toString('utf8')) : raw;
  const look = async (page: Page): Promise<string[]> => {
    const before = random ? '' : await page.content();
    const { own, ownDomains = [], codePattern = '' } = one;
    const options = { own, ownDomains, codePattern };
    const known = await reader.detectIn(page, one.url, options);
    const generic = await reader.detectIn(page, one.url, { ...options, sites: false });
    const wrong = [
      ...problems(known, one.expect),
      ...problems(generic, one.expect).map((problem) => `${problem} (no site files)`),
    ];
    if (generic.site !== null) wrong.push(`site ${generic.site} although switched off`);
    // By its ids no page is known once they mean nothing; by its address it is.
    if (!random || byAddress(one)) {
      wrong.push(...siteCodeProblems(known, generic, one.expect));
      if (!sitesOf(one).includes(known.site)) wrong.push(`site ${known.site}`);
    }
    if (random) return wrong.map((problem) => `${one.id}: ${problem}`);
    if ((await page.content()) !== before) wrong.push('changed by being read');
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
