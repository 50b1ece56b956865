/** Elements and characters that are looked through for a sign; a page that holds more is read anyway. */
const MAX_ELEMENTS = 5_000;
const MAX_CHARACTERS = 200_000;
const MAX_FIELDS = 300;
const MAX_CUSTOM = 300;

/** An address, or digits as in a phone number or a customer code. */
const SIGN = /[@＠]|\d[\d\s().–-]{5,}\d/;
const MARKED =
  'a[href^="mailto:" i],a[href^="tel:" i],[email],[title*="@"],[aria-label*="@"],[alt*="@"],[data-email],[data-hovercard-id*="@"],script[type="application/ld+json"]';

/**
 * Whether a frame may hold anything of which the detector could tell who it is about: an address or a number in
 * its text, its telling attributes, its fields or its title. Bounded, and cheap where there is nothing: it asks the
 * browser's own searches, for what a script touches of a page node by node costs ten times as much. In doubt, and
 * where the page shadows what it asks (`<img name=title>`), it says yes.
 */
export function hasSign(page: Document): boolean {
  try {
    const { body } = page;
    return body !== null && (SIGN.test(page.title) || bodyHasSign(page, body));
  } catch {
    return true;
  }
}

/** The text once as a whole: it is looked at in detail only where that has something like a sign in it. */
function bodyHasSign(page: Document, body: HTMLElement): boolean {
  if (page.getElementsByTagName('*').length > MAX_ELEMENTS) return true;
  const text = body.textContent;
  if (text.length > MAX_CHARACTERS) return true;
  if (SIGN.test(text) && pieceHasSign(page, body)) return true;
  return page.querySelector(MARKED) !== null || fieldHasSign(page) || hasShadow(page, body);
}

/** In one piece, and not in a script: what stands in neighbouring cells is no number. */
function pieceHasSign(page: Document, body: HTMLElement): boolean {
  const texts = page.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { nodeValue, parentNode } = texts.currentNode;
    const found = nodeValue !== null && nodeValue.length > 5 && SIGN.test(nodeValue);
    if (found && !/^(script|style|noscript)$/i.test(parentNode?.nodeName ?? '')) return true;
  }
  return false;
}

function fieldHasSign(page: Document): boolean {
  const fields = page.querySelectorAll<HTMLInputElement>('input,textarea');
  if (fields.length > MAX_FIELDS) return true;
  for (const field of fields) if (SIGN.test(field.value)) return true;
  return false;
}

/** What a custom element keeps in its shadow is the detector's to read. Names with a hyphen only this language finds. */
function hasShadow(page: Document, body: HTMLElement): boolean {
  const custom = page.evaluate(
    './/*[contains(name(),"-")]',
    body,
    null,
    XPathResult.UNORDERED_NODE_ITERATOR_TYPE,
  );
  for (let seen = 0; seen < MAX_CUSTOM; seen++) {
    const element = custom.iterateNext();
    if (!element) return false;
    if ((element as Element).shadowRoot) return true;
  }
  return true;
}

/**
 * What stands to read in a frame without a sign, for names without an address: what is rendered, by the browser's own
 * account. Such a frame is small ({@link hasSign}). '' for an empty one.
 */
export const rendered = (page: Document, most: number): string =>
  `${page.title}\n${page.body?.innerText ?? ''}`.slice(0, most).trim();
