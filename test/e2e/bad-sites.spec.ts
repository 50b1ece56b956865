import { expect, test } from '@playwright/test';
import type { Site } from '../../utils/detect/types.ts';
import { checkSite, SITE_VERSION } from '../../utils/sites/schema.ts';
import { openReader, type PageReader } from '../tools/page-reader.ts';

/**
 * Site files that pass every check and whose selectors match ten thousand elements all the same, in a real browser:
 * they cost one bounded look, and nobody is picked out of the crowd with confidence.
 */
const COUNT = 10_000;
const MOST = 600;
const URL = 'https://crowd.example/people';

test.describe.configure({ mode: 'parallel' });

let reader: PageReader;
test.beforeAll(async () => {
  reader = await openReader();
});
test.afterAll(() => reader.close());

const crowd = Array.from(
  { length: COUNT },
  (_, at) => `<p class="one">Person ${at} &lt;p${at}@crowd-${at % 97}.example&gt;</p>`,
).join('');
const text = { selector: 'p', from: 'text' } as const;
const base = {
  id: 'crowd',
  label: 'Crowd',
  matches: ['https://crowd.example/*'],
  verified: null,
  examples: [],
};

const FILES: Array<[string, Partial<Site>]> = [
  ['the region', { region: ['p'] }],
  ['the counterpart', { signals: { counterpart: [text] } }],
  ['other parties', { signals: { participant: [text] } }],
  ['codes', { signals: { code: [{ ...text, pattern: '(p[0-9]{1,5})' }] } }],
  ['own addresses', { own: [text] }],
  ['lines of a list', { rows: { row: 'p', address: [text] } }],
  ['what never counts', { exclude: ['p'] }],
  ['bodies', { body: ['p'] }],
  [
    'what was pointed at',
    {
      targets: [
        {
          kind: 'email',
          anchors: [
            { by: 'attribute', selector: 'p' },
            { by: 'path', selector: 'main>p' },
          ],
        },
      ],
    },
  ],
];

for (const [what, change] of FILES)
  test(`a site file whose selector for ${what} matches ${COUNT} elements`, async () => {
    const checked = checkSite(JSON.stringify({ version: SITE_VERSION, site: { ...base, ...change } }));
    if (!checked.ok) throw new Error(checked.reason);
    const html = `<!doctype html><title>People</title><main>${crowd}</main>`;
    const seen = await reader.read(html, URL, { taught: [checked.site] });
    expect(seen.candidates.length).toBeLessThanOrEqual(MOST);
    const sure = seen.candidates.filter(({ role, confidence }) => role === 'counterpart' && confidence > 0.5);
    expect(seen.ownSeen).toEqual([]);
    expect(sure.map(({ value, evidence }) => `${value}: ${evidence}`)).toEqual([]);
  });
