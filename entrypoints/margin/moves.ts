/**
 * Calls back when an element is no longer where it was in the window, whatever moved it. An observer is given a
 * window that is cut down to the element's own box: any step out of it is a step out of that window.
 */
export class Moves {
  #observer: IntersectionObserver | null = null;

  constructor(
    private readonly element: HTMLElement,
    private readonly onMove: () => void,
  ) {}

  /** The element stands where it should: watches it from here on. */
  watch(): void {
    this.stop();
    const { clientWidth, clientHeight } = this.element.ownerDocument.documentElement;
    const box = this.element.getBoundingClientRect();
    const insets = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
    let first = true;
    this.#observer = new IntersectionObserver(
      () => {
        if (!first) this.#moved();
        first = false;
      },
      // The document as root, not the window: margins of the window are not honoured where the page is itself framed.
      {
        root: this.element.ownerDocument,
        rootMargin: insets.map((inset) => `${-Math.floor(inset)}px`).join(' '),
        threshold: [0.9, 0.99, 0.995, 1],
      },
    );
    this.#observer.observe(this.element);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  #moved(): void {
    this.onMove();
    this.watch();
  }
}
