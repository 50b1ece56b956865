import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { native } from '@/utils/browser/native';
import { LOOK, PAGE, world } from '@/utils/browser/world';
import { detect } from '@/utils/detect';
import { stillStands } from '@/utils/detect/still';
import type { Known, Look, Sighting, Site } from '@/utils/detect/types';
import { report } from './report';

/** Site files and words, from storage: once, and again when they change. */
async function readKnown(): Promise<Known> {
  const { known } = (await native().storage.local.get('known')) as { known?: Known };
  return known ?? { sites: [] };
}

function makeLook(): Look {
  let known = readKnown();
  native().storage.local.onChanged.addListener((changes) => {
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
  return look;
}

/**
 * The detector. Brought into a frame by the background at the page script's request, the first time that the
 * frame holds a sign of a person (utils/detect/sign.ts): every other page never parses it.
 */
export default defineUnlistedScript(() => {
  world[LOOK] ??= makeLook();
  const page = world[PAGE];
  if (page && !page.reports) report(page, world[LOOK]);
});
