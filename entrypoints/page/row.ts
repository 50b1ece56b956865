const MARK_MS = 1_600;

/**
 * Scrolls the list line that holds an address into view and lets it flash. Only an animation is played, nothing
 * in the page's document is changed, so the page learns no more than that somebody scrolled.
 */
export function showRow(value: string): void {
  const found = findRow(value);
  if (!found) return;
  found.scrollIntoView({ block: 'center', behavior: 'smooth' });
  const frames = [
    { outline: '2px solid #3b5bdb', outlineOffset: '-2px' },
    { outline: '2px solid transparent' },
  ];
  found.animate(frames, { duration: MARK_MS, easing: 'ease-out' });
}

/** The first visible element with the address in an attribute or as its text, and the list line around it. */
function findRow(value: string): Element | null {
  const wanted = value.toLowerCase();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    if (!mentions(element, wanted) || !element.checkVisibility()) continue;
    return element.closest('tr, li, [role=row], [role=option], [role=listitem]') ?? element;
  }
  return null;
}

function mentions(element: Element, wanted: string): boolean {
  for (const attribute of Array.from(element.attributes))
    if (attribute.value.length < 400 && attribute.value.toLowerCase().includes(wanted)) return true;
  const text = element.childElementCount === 0 ? (element.textContent ?? '') : '';
  return text.length < 400 && text.toLowerCase().includes(wanted);
}
