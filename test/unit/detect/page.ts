import './environment';
import { heads } from '../../../utils/detect/heads';
import { detect } from '../../../utils/detect/index';
import { useWords } from '../../../utils/detect/labels';
import { outline } from '../../../utils/detect/outline';
import { rows } from '../../../utils/detect/rows';
import type { Find, Outline } from '../../../utils/detect/spot';
import type { Sighting } from '../../../utils/detect/types';
import { WORDS } from '../../../utils/sites/words';

/** The page that the environment has, holding this. */
function fill(html: string, title: string): void {
  document.title = title;
  document.body.innerHTML = html;
}

/** What the walk over a page sees. */
export function outlineOf(html: string, title = ''): Outline {
  fill(html, title);
  useWords(WORDS);
  const page = outline([document.body], null, title);
  if (!page) throw new Error('an empty page');
  return page;
}

const found = ({ value }: Find): string => value;

/** The addresses that lead the lines of the page's lists. */
export const rowsOf = (html: string): string[] => rows(outlineOf(html)).map(({ find }) => found(find));

/** Who stands before the recipients in the heads of mails, and the addresses in the texts below these heads. */
export function headsOf(html: string): { senders: string[]; below: string[] } {
  const page = outlineOf(html);
  const all = heads(page, rows(page));
  const parts = all.flatMap(({ below }) => below);
  const inside = ({ order }: Find): boolean => parts.some(({ start, end }) => start <= order && order <= end);
  return {
    senders: all.map(({ sender }) => found(sender)),
    below: page.finds.filter(inside).map(found),
  };
}

/** The whole detector, as if the page were at this address. */
export function detected(
  html: string,
  { title = '', url = 'https://crm.northlight.example/record/7', own = [] as string[] } = {},
): Sighting {
  fill(html, title);
  return detect(document, url, {
    own: new Set(own),
    ownDomains: new Set(),
    codePattern: null,
    words: WORDS,
    sites: [],
  });
}

/** Whom the page is about, or null. */
export const counterpartOf = (seen: Sighting): string | null =>
  seen.candidates.find(({ role }) => role === 'counterpart')?.value ?? null;
