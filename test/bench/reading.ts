/** What reading a page for names costs the page. Bundled by the bench and run in a page of fifty thousand characters. */
import { detect } from '../../utils/detect';
import { rendered } from '../../utils/detect/sign';
import { MAX_SIGHTING_TEXT } from '../../utils/detect/types';

const TIMES = 60;
const NOBODY = { own: new Set<string>(), ownDomains: new Set<string>(), codePattern: null, sites: [] };

/** Milliseconds, the least of many: the text of a page without a sign; of one with a sign, what the names add. */
export function reading(): { whole: number; added: number } {
  const least = { whole: Infinity, plain: Infinity, named: Infinity };
  const timed = (what: keyof typeof least, act: () => unknown) => {
    const from = performance.now();
    act();
    least[what] = Math.min(least[what], performance.now() - from);
  };
  for (let time = 0; time < TIMES; time++) {
    timed('whole', () => rendered(document, MAX_SIGHTING_TEXT));
    timed('plain', () => detect(document, location.href, NOBODY));
    timed('named', () => detect(document, location.href, { ...NOBODY, names: true }));
  }
  return { whole: least.whole, added: Math.max(0, least.named - least.plain) };
}
Object.assign(globalThis, { reading });
