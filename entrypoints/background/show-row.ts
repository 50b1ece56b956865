import { browser } from '@/utils/browser/api';

/** Scrolls the list line that holds an address into view, in whichever frame it is, and lets it flash. */
export async function showRow(tabId: number, value: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: flashRow,
    args: [value.toLowerCase()],
  });
}

/**
 * Runs in the page's isolated world, so it must stand alone. Only an animation is played and nothing in the
 * document is changed: the page learns no more than that somebody scrolled.
 */
function flashRow(wanted: string): void {
  // Not the end of a longer address: klee@… is not lee@….
  const holds = (text: string | null) => {
    const at = text !== null && text.length < 400 ? text.toLowerCase().indexOf(wanted) : -1;
    return at >= 0 && !/[\w.+-]/.test(text?.[at - 1] ?? '');
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    const said = Array.from(element.attributes).some((attribute) => holds(attribute.value));
    if (!said && (element.childElementCount > 0 || !holds(element.textContent))) continue;
    if (!element.checkVisibility()) continue;
    const row = element.closest('tr, li, [role=row], [role=option], [role=listitem]') ?? element;
    row.scrollIntoView({ block: 'center', behavior: 'smooth' });
    const flash = [
      { outline: '2px solid #3b5bdb', outlineOffset: '-2px' },
      { outline: '2px solid transparent' },
    ];
    row.animate(flash, { duration: 1_600, easing: 'ease-out' });
    return;
  }
}
