import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { detect } from '@/utils/detect';
import { stillStands } from '@/utils/detect/still';
import type { Known, Look, Sighting, Site } from '@/utils/detect/types';

/** The isolated world's own name for the detector: the page script (entrypoints/page) finds it here. */
const LOOK = Symbol.for('margin.look');

/** Site files and words, from storage: once, and again when they change. */
async function readKnown(): Promise<Known> {
  const { known } = (await browser.storage.local.get('known')) as { known?: Known };
  return known ?? { sites: [] };
}

/**
 * The detector. Brought into a frame by the background at the page script's request, the first time that the
 * frame holds a sign of a person (utils/detect/sign.ts): every other page never parses it.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { [LOOK]?: Look };
  if (world[LOOK]) return;
  let known = readKnown();
  browser.storage.local.onChanged.addListener((changes) => {
    if ('known' in changes) known = readKnown();
  });
  let last: Sighting | undefined;
  const look: Look = async (options, tried?: Site) => {
    const { sites, ...words } = await known;
    last = detect(document, location.href, {
      ...options,
      ...words,
      sites: tried ? [tried, ...sites] : sites,
    });
    return last;
  };
  look.isOld = () => last !== undefined && stillStands(last);
  world[LOOK] = look;
});
