import { Window } from 'happy-dom';
import type { Site } from '../../utils/detect/types.ts';
import { checkSite, SITE_VERSION } from '../../utils/sites/schema.ts';

/** Whether a selector is plain CSS. */
export function parserOf(): (selector: string) => boolean {
  const { document } = new Window();
  return (selector) => {
    try {
      document.querySelector(selector);
      return true;
    } catch {
      return false;
    }
  };
}

/** Throws, with every reason, where a site file is not one: the build stops there. What a user may not load is not shipped. */
export function checkShipped(sites: readonly Site[]): void {
  const parses = parserOf();
  const wrong = sites.flatMap((site) => {
    const checked = checkSite(JSON.stringify({ version: SITE_VERSION, site }), parses);
    return checked.ok ? [] : [`utils/sites: ${site.id}: ${checked.reason}`];
  });
  const ids = sites.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at)))
    wrong.push(`utils/sites: ${id}: an id that two files have`);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
