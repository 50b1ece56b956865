/**
 * Reading the DOM of a page that may be hostile. A form's inputs and named elements shadow properties
 * (`<form><input name=attributes>`, `<img name=querySelector>`), so every read goes through the prototype.
 */

function getter<T>(prototype: object, key: string): (node: Node) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  return (node) => get?.call(node) as T;
}

export const firstChild = getter<Node | null>(Node.prototype, 'firstChild');
export const childNodes = getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
export const nextSibling = getter<Node | null>(Node.prototype, 'nextSibling');
export const parentElement = getter<Element | null>(Node.prototype, 'parentElement');
export const previous = getter<Element | null>(Element.prototype, 'previousElementSibling');
export const next = getter<Element | null>(Element.prototype, 'nextElementSibling');
const childrenOf = getter<HTMLCollection>(Element.prototype, 'children');
export const first = getter<Element | null>(Element.prototype, 'firstElementChild');
const lastOf = getter<Element | null>(Element.prototype, 'lastElementChild');
export const children = (element: Element): Element[] => [...childrenOf(element)];
export const last = (element: Element | null): Element | null => element && lastOf(element);
export const nodeType = getter<number>(Node.prototype, 'nodeType');
export const nodeValue = getter<string | null>(Node.prototype, 'nodeValue');
export const textContent = getter<string | null>(Node.prototype, 'textContent');
export const localName = getter<string>(Element.prototype, 'localName');
export const shadowRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const isConnected = getter<boolean>(Node.prototype, 'isConnected');
export const titleOf = getter<string>(Document.prototype, 'title');
export const headOf = getter<HTMLHeadElement | null>(Document.prototype, 'head');
export const bodyOf = getter<HTMLElement | null>(Document.prototype, 'body');
/** The labels of a field, wherever they stand; null for one that can have none. */
export const labelsOf = getter<NodeListOf<HTMLLabelElement> | null>(HTMLInputElement.prototype, 'labels');
/** What a `<label>` labels. */
export const labelled = getter<Element | null>(HTMLLabelElement.prototype, 'control');
export const inputValue = getter<string>(HTMLInputElement.prototype, 'value');

/** It begins after the other one has ended, in document order. */
export const isAfter = (one: Node, other: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(other, one) & 0b11100) === 0b100;

/** What is on top at a place in the window; null outside of it. */
export const elementAt = (page: Element, x: number, y: number): Element | null =>
  Document.prototype.elementFromPoint.call(ownerOf(page), x, y);
const ownerOf = getter<Document>(Node.prototype, 'ownerDocument');
export const contains = (element: Element, other: Element): boolean =>
  Node.prototype.contains.call(element, other);

export const attributeNames = (element: Element): string[] =>
  Element.prototype.getAttributeNames.call(element);
export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

/** All matches of a selector under a document or element; none for a selector that does not parse. */
export function select(root: Document | Element, selector: string): Element[] {
  const query = (nodeType(root) === 9 ? Document : Element).prototype.querySelectorAll;
  try {
    return [...query.call(root, selector)];
  } catch {
    return [];
  }
}

/** Elements inside one: counted by the browser, none of them touched. */
export const countIn = (element: Element): number =>
  Element.prototype.getElementsByTagName.call(element, '*').length;

/** An element with this id exists: the one question about a whole document that costs nothing. */
export const hasId = (document: Document, id: string): boolean =>
  Document.prototype.getElementById.call(document, id) !== null;

/** Rendered and not hidden by style. Costs a style calculation at most, no layout. */
export const isVisible = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, BY_STYLE);
const BY_STYLE = { visibilityProperty: true, opacityProperty: true };

/** Where it is in the window. Costs a layout. */
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
