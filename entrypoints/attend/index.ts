import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { native } from '@/utils/browser/native';
import type { DetectSettings } from '@/utils/browser/own-addresses';
import { ATTEND, PAGE, type PageScript, world } from '@/utils/browser/world';
import { isMatch } from '@/utils/detect/match';
import { rendered } from '@/utils/detect/sign';
import { MAX_SIGHTING_TEXT } from '@/utils/detect/types';

async function read(): Promise<Partial<DetectSettings>> {
  const { detect } = (await native().storage.local.get('detect')) as { detect?: DetectSettings };
  return detect ?? {};
}

/**
 * For pages without a sign of anybody: there may be a customer's code or name, or the page was taught. Registered
 * beside the page script where the user has any of these (background/sites.ts), so that nobody else pays for it. Brings
 * the detector for a code pattern and on a taught page always, for names where the background knows one of the text.
 */
export default defineUnlistedScript(() => {
  if (!world[ATTEND]) {
    let settings: ReturnType<typeof read> | undefined;
    /** Which text was handed over last, and by which script: one that starts anew hands it over again. */
    let asked: { text?: string; page?: PageScript } = {};
    const attend = async (page: PageScript) => {
      settings ??= read();
      const { codePattern, names, taught } = await settings;
      if (codePattern || taught?.some((match) => isMatch(match, location.href))) return page.bring(null);
      const text = names ? rendered(document, MAX_SIGHTING_TEXT) : '';
      if (text === '' || (text === asked.text && page === asked.page)) return;
      asked = { text, page };
      page.bring(text);
    };
    world[ATTEND] = () => {
      const page = world[PAGE];
      // An empty frame is not worth a look at storage.
      if (page && document.body?.firstChild) attend(page).catch(() => native().runtime?.id || page.stop());
    };
    native().storage.local.onChanged.addListener((changes) => {
      if (!('detect' in changes)) return;
      settings = undefined;
      asked = {};
      world[PAGE]?.watching.again();
    });
  }
  world[PAGE]?.watching.again();
});
