import * as dom from './dom';
import { type Leaf, labelText, leafAt, leaves } from './leaves';
import { valueIn } from './taught';
import type { Anchor, Target, TargetKind } from './types';

/**
 * From an element that the user pointed at to ways by which it is found again. None of them holds what stands in it
 * (that is a customer's) and each may break without the others: a redesign seldom changes attributes, words, structure
 * and order all at once.
 */

/** Attributes that say what an element is for, before those that may. Never those that hold what it shows. */
const TELLING = /^(id|name|itemprop|role|aria-label|class|data-.*|headers|autocomplete|for)$/;
/** Made by a build or counted: gone or another person's with the next page. */
const MEANINGLESS =
  /\d{2,}|[A-Z0-9]{8,}|^(css|sc|jsx|svelte|emotion|chakra|mui)-|[_-][a-zA-Z0-9]{5,}$|@|\s{2,}/;
const MAX_PATH = 300;
const MAX_LABEL_STEPS = 4;
const MAX_HEADING_STEPS = 40;
const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,summary';
const HEADING_TAG = /^(h[1-6]|legend|summary)$/;

/** The target for an element, or null where its anchors cannot find it. At least two are needed to agree later. */
export function targetOf(document: Document, el: Element, kind: TargetKind): Target | null {
  const body = dom.bodyOf(document);
  const value = valueIn(el, kind);
  if (!body || !value) return null;
  const all = leaves(body);
  const at = leafAt(all, el);
  const anchors = [
    ...attributeAnchors(document, el, value.value),
    ...(at < 0 ? [] : [labelAnchor(all, at, kind), headingAnchor(all, at)]),
    pathAnchor(document, el),
  ].filter((anchor): anchor is Anchor => anchor !== null);
  return anchors.length < 2 ? null : { kind, anchors };
}

/** What is most likely meant by pointing at an element. */
export function kindOf(el: Element): TargetKind {
  if (valueIn(el, 'email')) return 'email';
  const text = valueIn(el, 'name')?.value ?? '';
  return text === '' || /\d/.test(text) ? 'code' : 'name';
}

/** By an attribute of its own, and by one of an element around it: the two break apart from each other. */
function attributeAnchors(document: Document, el: Element, shown: string): Anchor[] {
  const unique = (selector: string) => {
    const found = dom.select(document, selector);
    return found.length === 1 && found[0] === el;
  };
  const tag = dom.localName(el);
  const own = selectorsFor(el, shown).find(unique);
  const around = aroundOf(el)
    .flatMap((outer) => selectorsFor(outer, shown))
    .flatMap((outer) => [`${outer} ${tag}`, ...selectorsFor(el, shown).map((inner) => `${outer} ${inner}`)])
    .filter((selector) => selector.length <= MAX_PATH)
    .slice(0, 60)
    .find(unique);
  return [own, around].flatMap((selector) => (selector ? [{ by: 'attribute' as const, selector }] : []));
}

function aroundOf(el: Element): Element[] {
  const around: Element[] = [];
  for (
    let at = el.parentElement;
    at && at !== at.ownerDocument.body && around.length < 5;
    at = at.parentElement
  )
    around.push(at);
  return around;
}

/** Selectors of one element by its telling attributes, the surest first. */
function selectorsFor(el: Element, shown: string): string[] {
  const tag = dom.localName(el);
  const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const says = (text: string) =>
    text !== '' &&
    text.length <= 60 &&
    !MEANINGLESS.test(text) &&
    !text.toLowerCase().includes(shown.toLowerCase());
  return dom
    .attributeNames(el)
    .filter((name) => TELLING.test(name))
    .sort((a, b) => Number(a === 'class') - Number(b === 'class'))
    .flatMap((name) => {
      const value = dom.attribute(el, name) ?? '';
      if (name !== 'class') return says(value) ? [`${tag}[${name}=${quote(value)}]`] : [];
      return value
        .split(/\s+/)
        .filter(says)
        .map((one) => `${tag}[class~=${quote(one)}]`);
    });
}

/** The nearest text before it that reads like a label; the value itself is skipped over to by counting texts. */
function labelAnchor(all: readonly Leaf[], at: number, kind: TargetKind): Anchor | null {
  for (let skip = 1; skip <= MAX_LABEL_STEPS; skip++) {
    const leaf = all[at - skip];
    if (!leaf) return null;
    const label = labelText(leaf.text);
    const isLabel = label.length > 1 && label.length <= 40 && !/[\d@]/.test(label) && !isHeading(leaf.el);
    // Where several texts stand between, they are values of their own: only words that end as labels do are one.
    if (isLabel && (skip === 1 || /[:：]\s*$/.test(leaf.text)) && (kind !== 'name' || skip <= 2))
      return { by: 'label', label, skip };
  }
  return null;
}

const isHeading = (el: Element): boolean => HEADING_TAG.test(dom.localName(el));

/** So many texts after the heading above it; the heading by its level and count, for its words name the customer. */
function headingAnchor(all: readonly Leaf[], at: number): Anchor | null {
  const target = all[at]?.el;
  for (let skip = 0; skip <= MAX_HEADING_STEPS; skip++) {
    const leaf = all[at - skip];
    const heading = leaf?.el.closest(HEADINGS);
    if (!leaf || !heading || !target) continue;
    const tag = dom.localName(heading);
    const before = all.slice(0, at - skip + 1).filter(({ el }) => el.closest(tag));
    const nth = new Set(before.map(({ el }) => el.closest(tag))).size - 1;
    return { by: 'heading', heading: tag, nth, skip: at - leafAt(all, heading) };
  }
  return null;
}

/** Tags and places among their like, from the body down. None inside a shadow root: selectors end there. */
function pathAnchor(document: Document, el: Element): Anchor | null {
  const steps: string[] = [];
  const body = dom.bodyOf(document);
  let at: Element | null = el;
  for (; at && at !== body; at = at.parentElement) {
    const tag = dom.localName(at);
    const like = at.parentElement
      ? [...at.parentElement.children].filter((one) => dom.localName(one) === tag)
      : [];
    if (like.length === 0) return null;
    steps.unshift(like.length === 1 ? tag : `${tag}:nth-of-type(${like.indexOf(at) + 1})`);
  }
  const selector = ['body', ...steps].join('>');
  return at && selector.length <= MAX_PATH ? { by: 'path', selector } : null;
}
