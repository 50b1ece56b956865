export type Side = 'left' | 'right';
interface Styled {
  element: HTMLElement;
  names: string[];
}

/**
 * Makes room beside the margin where that is safe. First the document is narrowed; a layout that is measured by
 * the window does not give way to that, so there, if the document itself does not scroll, its body is made the
 * box that fixed parts are measured by. Where neither helps the room is given back and the margin lies over the
 * page, where it can be collapsed or moved to the other side.
 */
export class Room {
  #set: Styled[] = [];
  #key = '';

  constructor(
    private readonly page: Document,
    private readonly isOurs: (element: Element) => boolean,
  ) {}

  /** Makes `width` CSS px of room on one side; 0 gives it back. */
  make(side: Side, width: number): void {
    const key = `${side}${width}`;
    if (key === this.#key) return;
    this.#key = key;
    this.#giveBack();
    if (width === 0) return;
    this.#style(this.page.documentElement, { [`margin-${side}`]: `${width}px` });
    if (this.#isClear(side, width)) return;
    if (!scrolls(this.page)) {
      this.#giveBack();
      this.#style(this.page.body, {
        [`margin-${side}`]: `${width}px`,
        width: `calc(100vw - ${width}px)`,
        height: '100vh',
        transform: 'translate(0)',
      });
      if (this.#isClear(side, width)) return;
    }
    this.#giveBack();
  }

  #style(element: HTMLElement, values: Record<string, string>): void {
    for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value, 'important');
    this.#set.push({ element, names: Object.keys(values) });
  }

  #giveBack(): void {
    for (const { element, names } of this.#set) for (const name of names) element.style.removeProperty(name);
    this.#set = [];
  }

  /** Whether nothing of the page is left where the margin stands, by a few points down its middle. */
  #isClear(side: Side, width: number): boolean {
    const { clientHeight } = this.page.documentElement;
    const full = this.page.defaultView?.innerWidth ?? 0;
    const x = side === 'right' ? full - width / 2 : width / 2;
    return [0.05, 0.3, 0.6, 0.95].every((part) =>
      this.page.elementsFromPoint(x, clientHeight * part).every((found) => this.#isBackdrop(found)),
    );
  }

  #isBackdrop(found: Element): boolean {
    return found === this.page.documentElement || found === this.page.body || this.isOurs(found);
  }
}

function scrolls(page: Document): boolean {
  const root = page.scrollingElement ?? page.documentElement;
  return root.scrollHeight > root.clientHeight + 1;
}
