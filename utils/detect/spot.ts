import type { CandidateKind, Label } from './types';

/** One visited element and what its subtree holds. `start..end` are positions in document order. */
export interface Spot {
  el: Element;
  tag: string;
  role: string;
  parent: Spot | null;
  depth: number;
  start: number;
  end: number;
  /** Buttons, fields, tabs: message bodies have none. */
  controls: number;
  /** Text fields for long text: a compose window or reply box. */
  editors: number;
  /** Characters of text, and of that the part in sentences and the part in links. */
  text: number;
  prose: number;
  linked: number;
  /** Links that stay in the host: a mail seldom has any. */
  links: number;
  checkboxes: number;
  zone: Zone;
  /** The address that this element's attributes name: text inside is its display name. */
  claim: Find | null;
  kids: Spot[];
  /** Of a table's line: what the head above says of its cells, where that is their own. */
  columns?: ReadonlyArray<Label | null> | null;
}

/** Where in the page; inherited. `folded` is a small hidden part beside what
 * is shown (details of a header, a quoted mail); `main` is anything that is none of the others. */
export type Zone = 'main' | 'aside' | 'nav' | 'quote' | 'folded' | 'out';

/** How it was written: in an attribute for it, a link, a field's value, a hint (title, aria-label), or as text. */
export type Via = 'attribute' | 'link' | 'value' | 'hint' | 'text' | 'json';

/** One place that holds an address, phone, or code. */
export interface Find {
  kind: CandidateKind;
  value: string;
  name: string;
  spot: Spot;
  order: number;
  via: Via;
  label: Label | null;
  /** The last section heading before it, as a label. */
  section: Label | null;
  /** The name is the text beside it, not one written with the address. */
  guessed: boolean;
  /** It names the author of a quoted mail ("… wrote:"). */
  quoted: boolean;
  /** Text of the attribute or node that it stood in, cut: for account words. */
  context: string;
}

export interface Heading {
  text: string;
  order: number;
  level: number;
  spot: Spot;
}

export interface Outline {
  root: Spot;
  spots: Spot[];
  finds: Find[];
  folded: Find[];
  /** Positions of text in sentences. */
  prose: Array<{ order: number; spot: Spot }>;
  headings: Heading[];
  /** Instants written in the page (`<time datetime>`), for the order of messages. */
  times: Array<{ order: number; at: number }>;
  /** Places that speak of the session: "Sign out". */
  accounts: Array<{ order: number; spot: Spot }>;
  /** Some parent has more children than are visited. */
  cut: boolean;
  state: WalkState;
}

/** What the walk remembers from node to node. */
export interface WalkState {
  nodes: number;
  chars: number;
  order: number;
  finds: Find[];
  /** Finds in folded parts, in order. */
  folded: Find[];
  /** Last label seen and how many foreign texts ago. */
  label: Label | null;
  labelAge: number;
  labelSpot: Spot | null;
  labelOrder: number;
  /** Where the last lone opening bracket stood. */
  bracket: number;
  section: Label | null;
  sectionLevel: number;
  /** Addresses that somebody else is called by, and the links to the record of that somebody. */
  called: Map<string, string>;
  /** Where a word stands that leads the recipients of a mail. */
  recipients: Array<{ order: number; spot: Spot }>;
  /** Last short text: perhaps the name of the address that follows. */
  lastText: string;
  lastTextOrder: number;
  lastTextSpot: Spot | null;
  /** Short texts, and the label that governs each: the name of an address may stand above it. */
  shorts: Array<{ text: string; order: number; spot: Spot; label: Label | null }>;
  /** Text fields that hold something, searches apart: the page shows a record. */
  fields: Array<{ order: number; text: string; label: Label | null }>;
  codePattern: RegExp | null;
  /** Parts that the site file keeps out. */
  exclude: ReadonlySet<Element>;
  /** What stands to read, in document order; null where it is not asked for. */
  readable: Array<{ order: number; text: string; spot: Spot }> | null;
  /** The document's title: a text that it holds is a subject, not prose. */
  title: string;
}

/** The lowest element that holds both. */
export function common(a: Spot, b: Spot): Spot {
  let [left, right] = [a, b];
  while (left.depth > right.depth && left.parent) left = left.parent;
  while (right.depth > left.depth && right.parent) right = right.parent;
  while (left !== right && left.parent && right.parent) [left, right] = [left.parent, right.parent];
  return left;
}

/** The two children of the lowest common element that lead to each; null where one holds the other. */
export function branches(a: Spot, b: Spot): [Spot | null, Spot | null] {
  const top = common(a, b);
  const below = (spot: Spot): Spot | null => {
    for (let at: Spot | null = spot; at; at = at.parent) if (at.parent === top) return at;
    return null;
  };
  return [below(a), below(b)];
}

/** The nearest of an element and those above it, at most `levels` of them, that is so; null for none. */
export function upward(spot: Spot, levels: number, isSo: (at: Spot) => unknown): Spot | null {
  for (let at: Spot | null = spot, level = 0; at && level < levels; at = at.parent, level++)
    if (isSo(at)) return at;
  return null;
}

export const isInLink = (spot: Spot): boolean => upward(spot, 3, ({ tag }) => tag === 'a') !== null;
