import { cleanName } from '../customer/email';
import { isName } from './name';
import { CJK } from './prose';
import { common, type Find, type Heading, isInLink, type Outline, type WalkState } from './spot';
import { between, type Range, within } from './structure';

/** What the page is about: its main heading, and the parts of its title. */
export interface Subject {
  heading: Heading | null;
  /** The heading where it is a name of somebody rather than a sentence. */
  name: string;
  /** It also stands in the document's title. */
  inTitle: boolean;
  /** It is what the record's name field holds. */
  field: boolean;
  /** The name that the title repeats as one of its parts, though it stands in no heading. */
  titled: string;
}

/** "Ann Lee - Contacts - Desk" */
export const titleParts = (title: string): string[] => title.slice(0, 500).split(/\s[-–—|·:•]+\s/u);

/** The heading that the title repeats, else the first of the highest level, outside lists and bodies. */
export function subjectOf(page: Outline, title: string, skip: readonly Range[]): Subject {
  const usable = page.headings.filter(
    (one) => !within(one.order, skip) && one.spot.zone !== 'nav' && one.level <= 4 && one.text.length <= 200,
  );
  const also = usable.filter((one) => one.text.length >= 2 && title.includes(one.text));
  const repeated = also.find((one) => title.startsWith(one.text)) ?? also[0];
  const heading = repeated ?? usable.sort((a, b) => a.level - b.level)[0] ?? null;
  const text = heading?.text ?? '';
  const field = nameIn(page.state.fields);
  const name = repeated && isName(text) ? text : field || (isName(text) ? text : '');
  return {
    heading,
    name: cleanName(name),
    inTitle: name !== '' && title.includes(name),
    field: name !== '' && name === field,
    titled: titledIn(page, title),
  };
}

/** A text of the content, and no link, that is a whole part of a title of several. */
function titledIn({ state }: Outline, title: string): string {
  const parts = titleParts(title);
  const said = state.shorts.find(
    ({ text, spot }) =>
      parts[1] && parts.includes(text) && isName(text) && spot.zone === 'main' && !isInLink(spot),
  );
  return said?.text ?? '';
}

/** The address goes with the name: a word of the name, accents apart, is in its local part ("ann.lee@…" and "Ann Lée"). */
export function agrees(name: string, address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/[^\p{L}]/gu, '');
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length >= 3 && local.includes(word));
}

/** How far above an address its name may stand, in places and in texts, and the characters of the part that holds both. */
const NAME_ABOVE = 120;
const TEXTS_ABOVE = 8;
const ONE_PART = 800;
/** Characters of a Chinese person's name. */
const PERSON = 4;

/** Names above the address in the same part: the one that goes with it, and the one that is labelled so; '' for none. */
export function namesAbove(find: Find, page: Outline): { goes: string; labelled: string } {
  const near = between(page.state.shorts, find.order - NAME_ABOVE, find.order - 1).slice(-TEXTS_ABOVE);
  const above = near.filter(
    ({ text, spot }) =>
      (spot.zone !== 'folded' || find.spot.zone === 'folded') &&
      isName(text) &&
      common(spot, find.spot).text < ONE_PART,
  );
  const labelled = above.filter(({ label }) => label === 'name' || label === 'customer');
  // A person's name is asked for by the same word as the firm's: of two that stand together the person's is the one.
  const person = labelled.findLast(({ text }) => isPersonal(text));
  const name = whole(labelled.slice(-2)) || ((person ?? labelled.at(-1))?.text ?? '');
  const goes = above.findLast(({ text }) => agrees(text, find.value))?.text ?? '';
  return { goes: cleanName(name.includes(goes) && goes ? name : goes), labelled: cleanName(name) };
}

/**
 * A name that goes with the address anywhere in the content: in a heading; else in a text all of whose words the address
 * holds, the name of a record that stands far from it. '' for none.
 */
export function nameOnPage(address: string, { page, rows, bodies }: Content): string {
  const content = ({ spot, order, text }: Heading | Short): boolean =>
    spot.zone === 'main' &&
    isName(text) &&
    agrees(text, address) &&
    !within(order, rows) &&
    !within(order, bodies);
  const found =
    page.headings.find(content) ??
    page.state.shorts.find((one) => content(one) && isWhole(one.text, address));
  return cleanName(found?.text ?? '');
}

/** Two words or more, and the address is made of them ("judith.graham@…", "claire@dubois.example"). */
const isWhole = (name: string, address: string): boolean =>
  /\S\s+\S/.test(name) && name.split(/\s+/).every((word) => agrees(word, `${address.replace('@', '')}@`));

interface Content {
  page: Outline;
  rows: readonly Range[];
  bodies: readonly Range[];
}
type Short = WalkState['shorts'][number];
/** A Chinese person's name, by its length. */
export const isPersonal = (name: string): boolean => CJK.test(name) && name.length <= PERSON;

type Labelled = Pick<WalkState['shorts'][number], 'text' | 'order' | 'label'>;

/** One word where a name is asked for: given or family name, which have a place each. */
const isPart = (one?: Labelled): one is Labelled =>
  one?.label === 'name' && !/\s/.test(one.text) && !(CJK.test(one.text) && one.text.length > 3);

/** Both as one, where they stand close together; '' for anything else. */
const whole = ([given, family]: readonly Labelled[]): string =>
  isPart(given) && isPart(family) && family.order - given.order < 7 ? `${given.text} ${family.text}` : '';

/** What a record's fields say its name is: the first, with the next where that asks for the other half. */
function nameIn(fields: readonly Labelled[]): string {
  const at = fields.findIndex(({ label, text }) => label === 'name' && isName(text));
  const [first, next] = at < 0 ? [] : fields.slice(at);
  const halves = isPart(first) && isPart(next) && isName(next.text);
  return halves ? `${first.text} ${next.text}` : (first?.text ?? '');
}
