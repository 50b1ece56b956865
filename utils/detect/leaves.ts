import * as dom from './dom';

/** A place that shows a text of its own: an element with a text node, or a field with a value. */
export interface Leaf {
  el: Element;
  text: string;
}

/** Texts that are looked at on one page, and nodes that are visited for them. */
const MAX_LEAVES = 3_000;
const MAX_VISITED = 40_000;
const SKIP = /^(script|style|template|noscript|svg|option|textarea|iframe)$/;

/** Every place with a text, in document order, open shadow roots included, what is hidden left out. */
export function leaves(root: Element): Leaf[] {
  const found: Leaf[] = [];
  let visited = 0;
  const visit = (el: Element): void => {
    if (found.length >= MAX_LEAVES || ++visited > MAX_VISITED || SKIP.test(dom.localName(el))) return;
    const text = ownText(el);
    if (text !== '' && dom.isVisible(el)) found.push({ el, text });
    const shadow = dom.shadowRoot(el);
    if (shadow) children(shadow);
    children(el);
  };
  const children = (node: Node): void => {
    for (let child = dom.firstChild(node); child; child = dom.nextSibling(child))
      if (dom.nodeType(child) === 1) visit(child as Element);
  };
  visit(root);
  return found;
}

/** The text that stands directly in an element, or a field's value; '' for none. */
export function ownText(el: Element): string {
  if (dom.localName(el) === 'input')
    return /^(hidden|password|checkbox|radio)$/.test(dom.attribute(el, 'type') ?? '')
      ? ''
      : dom.inputValue(el).slice(0, 500).trim();
  let text = '';
  for (let child = dom.firstChild(el); child && text.length < 500; child = dom.nextSibling(child))
    if (dom.nodeType(child) === 3) text += ` ${dom.nodeValue(child) ?? ''}`;
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}

/** A label as it is compared: lower case, without its colon. */
export const labelText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s:：*]+$/u, '')
    .trim()
    .slice(0, 80);

/** The leaf of an element: its own, or the first inside it. -1: it has none. */
export function leafAt(all: readonly Leaf[], el: Element): number {
  const own = all.findIndex((leaf) => leaf.el === el);
  return own >= 0 ? own : all.findIndex((leaf) => Node.prototype.contains.call(el, leaf.el));
}
