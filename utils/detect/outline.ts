import {
  FIRST_CHILDREN,
  LAST_CHILDREN,
  MAX_CHILDREN,
  MAX_DEPTH,
  MAX_FINDS,
  MAX_FOLDED,
  MAX_NODE_TEXT,
  MAX_NODES,
  MAX_TEXT,
} from './bounds';
import * as dom from './dom';
import { labelOf, saysSession } from './labels';
import { isProse } from './prose';
import { readElement } from './read-element';
import { readText } from './read-text';
import type { Outline, Spot, WalkState, Zone } from './spot';
import { upward } from './spot';
import { between } from './structure';

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
const CONTROLS = new Set(['button', 'select', 'textarea', 'summary', 'input']);
const CONTROL_ROLES = /^(button|tab|menuitem|checkbox|switch|textbox|combobox|option|searchbox|radio)$/;
/** Parts that a host builds and a mail's sanitised markup does not have. */
const LANDMARKS = /^(main|aside|nav|form|article|dl|dialog)$/;
const NAV_ROLES = /^(navigation|banner|menubar|menu|contentinfo|tablist|tooltip|search|tree)$/;
/** Elements whose visibility is asked: containers. Text-level ones are asked only where they hold a find. */
const INLINE =
  /^(a|b|i|em|strong|span|br|hr|font|u|small|img|input|label|td|th|tr|tbody|p|li|wbr|time|h[1-6])$/;
const HOST_LINK = /^(?![a-z][a-z\d+.-]*:)/i;
const INACTIVE = /^data-(is-)?(active|visible|selected|open|current|shown)$/;

function isDisplayed(el: Element): boolean {
  // Elements with display: contents have no box of their own (2026-11: checkVisibility says false for them).
  return dom.isVisible(el) || getComputedStyle(el).display === 'contents';
}

function zoneOf(el: Element, tag: string, role: string, parent: Spot | null, names: string[]): Zone {
  const above = parent?.zone ?? 'main';
  if (names.includes('hidden') && dom.attribute(el, 'hidden') !== 'until-found') return 'out';
  if (names.includes('inert')) return 'out';
  if (names.includes('aria-hidden') && dom.attribute(el, 'aria-hidden') === 'true') return 'out';
  if (names.some((name) => INACTIVE.test(name) && dom.attribute(el, name) === 'false')) return 'out';
  if (above !== 'main' && above !== 'aside') return above;
  if (tag === 'nav' || NAV_ROLES.test(role)) return 'nav';
  if ((tag === 'header' || tag === 'footer') && isPageLevel(parent)) return 'nav';
  if (tag === 'blockquote') return 'quote';
  if (tag === 'aside' || role === 'complementary') return 'aside';
  return above;
}

/** A small hidden part in the content: the folded details of a header, a quoted mail; not another view. */
function mayBeFolded(spot: Spot): boolean {
  const { el, parent } = spot;
  if (!parent || parent.zone === 'nav' || spot.tag.includes('-')) return false;
  return dom.select(el, '*').length <= MAX_FOLDED && dom.attribute(el, 'inert') === null;
}

function isPageLevel(spot: Spot | null): boolean {
  for (let at = spot; at; at = at.parent) {
    if (/^(main|article|section|li|td|dialog)$/.test(at.tag)) return false;
    if (/^(main|article|listitem|region|dialog|tabpanel|row|cell)$/.test(at.role)) return false;
  }
  return true;
}

function isControl(el: Element, tag: string, role: string, names: string[]): boolean {
  if (CONTROLS.has(tag)) return dom.attribute(el, 'type') !== 'hidden';
  if (LANDMARKS.test(tag)) return true;
  if (role !== '' && CONTROL_ROLES.test(role)) return true;
  if (tag === 'a') return /^javascript:/i.test(dom.attribute(el, 'href') ?? '');
  return names.includes('onclick') || names.includes('contenteditable');
}

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
  const names = dom.attributeNames(el);
  const spot = spotOf(el, tag, names, parent, state);
  spot.zone = zoneOf(el, tag, spot.role, parent, names);
  const hidden = spot.zone === 'out' || (spot.zone !== 'folded' && !INLINE.test(tag) && !isDisplayed(el));
  if (hidden && !mayBeFolded(spot)) return;
  if (hidden) spot.zone = 'folded';
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
  visitChildren(spot, out);
  noteHeading(spot, tag, out);
  leave(spot, parent, state);
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
  const text = (dom.nodeValue(node) ?? '').slice(0, MAX_NODE_TEXT).trim();
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
  if (insideLink(spot)) spot.linked += text.length;
  if (isRunning(text, spot, out)) {
    spot.prose += text.length;
    out.prose.push({ order: state.order, spot });
  }
  if (state.finds.length < MAX_FINDS) readText(text, spot, state);
}

function insideLink(spot: Spot): boolean {
  return spot.tag === 'a' || spot.parent?.tag === 'a' || spot.parent?.parent?.tag === 'a';
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
  for (const at of upward(spot, 3)) if (/^h[1-6]$/.test(at.tag) || at.role === 'heading') return false;
  return true;
}

function noteHeading(spot: Spot, tag: string, out: Outline): void {
  const level = /^h[1-6]$/.test(tag)
    ? Number(tag[1])
    : spot.role === 'heading'
      ? 2
      : /^(legend|caption)$/.test(tag)
        ? 5
        : 0;
  if (level === 0 || spot.zone === 'folded' || spot.text > 300) return;
  const field = out.state.fields.find(({ order }) => order >= spot.start);
  let text = (dom.textContent(spot.el) ?? '').slice(0, 400).replace(/\s+/g, ' ').trim() || field?.value;
  if (!text) return;
  // What the title repeats is the heading; badges and counters that stand in it are not.
  const [lead] = between(out.state.shorts, spot.start, out.state.order);
  const badged = lead && lead.text.length > 2 && !out.state.title.includes(text);
  if (badged && out.state.title.includes(lead.text)) text = lead.text;
  out.headings.push({ text, order: spot.start, level, spot });
  // A heading below that of a section is part of it: the names in a section of people.
  const label = labelOf(text);
  if (!label && level > out.state.sectionLevel) return;
  Object.assign(out.state, { section: label, sectionLevel: level });
}

function noteTime(spot: Spot, tag: string, names: string[], out: Outline): void {
  if (out.times.length > 200) return;
  const raw =
    tag === 'time'
      ? dom.attribute(spot.el, 'datetime')
      : names.includes('title')
        ? dom.attribute(spot.el, 'title')
        : null;
  if (!raw || raw.length > 60 || !/\d{4}/.test(raw)) return;
  const at = Date.parse(raw);
  if (Number.isFinite(at)) out.times.push({ order: spot.start, at });
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
