/** Nodes and characters that are looked through for a sign; a page that hides its first one behind more is read anyway. */
const MAX_NODES = 10_000;
const MAX_CHARACTERS = 200_000;
const MAX_INPUTS = 300;

/** An address, or digits as in a phone number or a customer code. */
const SIGN = /@|＠|\d[\d\s().–-]{5,}\d/u;
const MARKED =
  'a[href^="mailto:" i],a[href^="tel:" i],[email],[title*="@"],[aria-label*="@"],[alt*="@"],[data-email],[data-hovercard-id*="@"],script[type="application/ld+json"]';

/**
 * Whether a frame may hold anything of which the detector could tell who it is about: an address or a number in
 * its text, its telling attributes, its fields or its title. Cheap and bounded; in doubt it says yes.
 */
export function hasSign(page: Document, codePattern: RegExp | null): boolean {
  const { body } = page;
  if (!body) return false;
  if (codePattern || SIGN.test(page.title) || page.querySelector(MARKED)) return true;
  return textHasSign(page, body) || fieldHasSign(page);
}

function textHasSign(page: Document, body: HTMLElement): boolean {
  const nodes = page.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let characters = 0;
  for (let count = 0; nodes.nextNode(); count++) {
    const node = nodes.currentNode;
    // What a custom element keeps in its shadow is the detector's to read.
    if (node instanceof Element && node.localName.includes('-') && node.shadowRoot) return true;
    const text = node.nodeValue ?? '';
    characters += text.length;
    if (count > MAX_NODES || characters > MAX_CHARACTERS) return true;
    if (text.length > 5 && SIGN.test(text)) return true;
  }
  return false;
}

function fieldHasSign(page: Document): boolean {
  const fields = page.querySelectorAll('input,textarea');
  if (fields.length > MAX_INPUTS) return true;
  for (const field of fields) if (SIGN.test((field as HTMLInputElement).value)) return true;
  return false;
}
