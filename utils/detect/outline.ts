import {
  FIRST_CHILDREN,
  LAST_CHILDREN,
  MAX_CHILDREN,
  MAX_DEPTH,
  MAX_FINDS,
  MAX_NODE_TEXT,
  MAX_NODES,
  MAX_TEXT,
} from './bounds';
import { columnsOf } from './columns';
import * as dom from './dom';
import { isControl, isDisplayed, mayBeFolded, zoneOf } from './element';
import { isHeader, saysSession } from './labels';
import { noteHeading, noteTime } from './notes';
import { isProse } from './prose';
import { readElement } from './read-element';
import { readHead, readText } from './read-text';
import type { Outline, Spot, WalkState } from './spot';
import { isInLink, upward } from './spot';
import type { Label } from './types';

const SKIP = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'svg',
  'canvas',
  'video',
  'audio',
  'object',
  'embed',
  'iframe',
  'frame',
  'math',
  'datalist',
  'option',
]);
/** Elements whose visibility is asked: containers. Text-level ones are asked only where they hold a find. */
const INLINE = new Set(
  'a b i em strong span br hr font u small img input label td th tr tbody p li wbr time h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
/** Most elements have a class at most, which says nothing: they are not asked for all that attributes may say. */
const NO_NAMES: string[] = [];
const telling = (names: string[]): string[] =>
  names.length === 1 && names[0] === 'class' ? NO_NAMES : names;
const DIALOG = /^dialog$|-(dialog|modal|drawer)$/;
const HOST_LINK = /^(?![a-z][a-z\d+.-]*:)/i;
/** Walks the page once in document order, open shadow roots included, within the bounds, changing nothing. */
export function outline(
  roots: Element[],
  codePattern: RegExp | null,
  title: string,
  { exclude, withTexts = false }: { exclude?: string | undefined; withTexts?: boolean | undefined } = {},
): Outline | null {
  const first = roots[0];
  if (!first) return null;
  const state: WalkState = {
    nodes: 0,
    chars: 0,
    order: 0,
    finds: [],
    folded: [],
    label: null,
    labelAge: 9,
    labelSpot: null,
    labelOrder: -9,
    bracket: -9,
    section: null,
    sectionLevel: 9,
    lastText: '',
    lastTextOrder: -9,
    lastTextSpot: null,
    shorts: [],
    recipients: [],
    called: new Map(),
    fields: [],
    codePattern,
    readable: withTexts ? [] : null,
    title,
    exclude: new Set(exclude ? dom.select(first, exclude) : []),
  };
  const spots: Spot[] = [];
  const out: Outline = {
    root: spotOf(first, dom.localName(first), dom.attributeNames(first), null, state),
    spots,
    finds: state.finds,
    folded: state.folded,
    prose: [],
    headings: [],
    times: [],
    accounts: [],
    cut: false,
    state,
  };
  spots.push(out.root);
  for (const root of roots) visit(root, out.root, out);
  out.root.end = state.order;
  return out;
}

/** What the element has is asked by its names first: most have no role, no state and nothing that hides them. */
function spotOf(el: Element, tag: string, names: string[], parent: Spot | null, state: WalkState): Spot {
  return {
    el,
    tag,
    role: names.includes('role') ? (dom.attribute(el, 'role') ?? '') : '',
    parent,
    depth: parent ? parent.depth + 1 : 0,
    start: state.order,
    end: state.order,
    controls: 0,
    editors: 0,
    text: 0,
    prose: 0,
    linked: 0,
    links: 0,
    checkboxes: 0,
    zone: parent?.zone ?? 'main',
    claim: null,
    kids: [],
  };
}

function visit(el: Element, parent: Spot, out: Outline): void {
  const { state } = out;
  if (state.nodes++ > MAX_NODES || parent.depth > MAX_DEPTH) return;
  const tag = dom.localName(el);
  if (SKIP.has(tag) || state.exclude.has(el)) return;
  state.order++;
  const names = telling(dom.attributeNames(el));
  const spot = spotOf(el, tag, names, parent, state);
  spot.zone = zoneOf(el, tag, spot.role, parent, names);
  const hidden = spot.zone === 'out' || (spot.zone !== 'folded' && !INLINE.has(tag) && !isDisplayed(el));
  if (hidden && !mayBeFolded(spot)) return;
  if (hidden) spot.zone = 'folded';
  if (tag === 'tr') spot.columns = columnsOf(el);
  else if (parent.columns) labelCell(spot, parent.columns[parent.kids.length] ?? null, state);
  parent.kids.push(spot);
  out.spots.push(spot);
  if (spot.zone !== 'folded' && isControl(el, tag, spot.role, names)) spot.controls++;
  if (tag === 'a' && HOST_LINK.test(dom.attribute(el, 'href') ?? 'x:')) spot.links++;
  if (
    tag === 'textarea' ||
    (names.includes('contenteditable') && dom.attribute(el, 'contenteditable') !== 'false')
  )
    spot.editors++;
  if (tag === 'input' && dom.attribute(el, 'type') === 'checkbox' && isDisplayed(el)) spot.checkboxes++;
  if (state.finds.length < MAX_FINDS) readElement(spot, names, state);
  noteTime(spot, tag, names, out);
  // What a dialog shows is under no heading of the page behind it.
  if (spot.role === 'dialog' || DIALOG.test(tag)) Object.assign(state, { section: null, sectionLevel: 9 });
  visitChildren(spot, out);
  noteHeading(spot, tag, out);
  leave(spot, parent, state);
}

/** The head of its column speaks for a cell, whatever was said before it. */
function labelCell(cell: Spot, label: Label | null, state: WalkState): void {
  Object.assign(state, { label, labelAge: 0, labelSpot: cell, labelOrder: state.order });
}

function visitChildren(spot: Spot, out: Outline): void {
  if (spot.editors > 0 && spot.tag !== 'form') return; // what is being written is not what is read
  const root = dom.shadowRoot(spot.el);
  if (root) eachChild(root, spot, out);
  eachChild(spot.el, spot, out);
}

function eachChild(node: Node, spot: Spot, out: Outline): void {
  const children = dom.childNodes(node);
  const count = children.length;
  if (count <= MAX_CHILDREN) {
    for (let child = dom.firstChild(node); child; child = dom.nextSibling(child)) visitNode(child, spot, out);
    return;
  }
  out.cut = true;
  const inView = firstInView(children, count);
  const end = inView + MAX_CHILDREN - FIRST_CHILDREN - LAST_CHILDREN;
  for (let at = 0; at < count; at++) {
    if (at === FIRST_CHILDREN) at = Math.max(at, inView);
    if (at >= FIRST_CHILDREN && at >= end) at = Math.max(at, count - LAST_CHILDREN);
    const child = children[at];
    if (child) visitNode(child, spot, out);
  }
}

/** Where the children begin that can be seen, a few before it: they stand below each other. Costs a layout. */
function firstInView(children: NodeListOf<ChildNode>, count: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    while (at < count && dom.nodeType(children[at] as Node) !== 1) at++;
    if (at < count && dom.boxOf(children[at] as Element).bottom < 0) low = at + 1;
    else high = middle;
  }
  return Math.max(0, low - 10);
}

function visitNode(node: Node, spot: Spot, out: Outline): void {
  const type = dom.nodeType(node);
  if (type === 1) {
    visit(node as Element, spot, out);
    return;
  }
  const { state } = out;
  if (type !== 3 || state.chars > MAX_TEXT || state.nodes++ > MAX_NODES) return;
  const text = readHead((dom.nodeValue(node) ?? '').slice(0, MAX_NODE_TEXT).trim(), spot, state);
  if (text === '') return;
  state.order++;
  state.chars += text.length;
  if (spot.zone === 'folded') {
    readText(text, spot, state);
    return;
  }
  spot.text += text.length;
  if (spot.zone === 'main' || spot.zone === 'aside') state.readable?.push({ order: state.order, text, spot });
  if (saysSession(text)) out.accounts.push({ order: state.order, spot });
  if (isInLink(spot)) spot.linked += text.length;
  const running = isRunning(text, spot, out);
  if (running) {
    spot.prose += text.length;
    out.prose.push({ order: state.order, spot });
    // In the middle of a sentence: named by the text, not by the page.
    const last = state.finds.at(-1);
    if (last?.spot.parent === spot && state.lastTextSpot === spot && /^\p{Ll}/u.test(text))
      last.quoted = true;
  }
  if (state.finds.length < MAX_FINDS) readText(text, spot, state);
  // What leads a mail's parties does not reach over its text to the next mail.
  if (running && isHeader(state.label)) state.label = null;
}

/** Running text, less headings and what the title or a heading repeats (a subject). */
function isRunning(text: string, spot: Spot, { state, headings }: Outline): boolean {
  if (
    spot.claim ||
    spot.parent?.claim ||
    /@[^\s]+[>＞)]$/u.test(text) ||
    !isProse(text, spot.tag) ||
    state.title.includes(text.slice(0, 60)) ||
    (text.length < 300 && headings.some((one) => one.text.includes(text)))
  )
    return false;
  return upward(spot, 3, ({ tag, role }) => /^h[1-6]$/.test(tag) || role === 'heading') === null;
}

function leave(spot: Spot, parent: Spot, state: WalkState): void {
  spot.end = state.order;
  parent.controls += spot.controls;
  parent.editors += spot.editors;
  parent.text += spot.text;
  parent.prose += spot.prose;
  parent.linked += spot.linked;
  parent.links += spot.links;
  parent.checkboxes += spot.checkboxes;
}
