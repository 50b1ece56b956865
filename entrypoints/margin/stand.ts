import { MOVED } from '@/utils/browser/frame-moved';
import { Moves } from './moves';

/** The page changes the place this often and is put right; then it wins, and the frame is taken away. */
const MAX_CHANGES = 30;
const PLACE = {
  all: 'initial',
  position: 'fixed',
  top: '0',
  bottom: '0',
  height: '100vh',
  'z-index': '2147483647',
  border: '0',
  margin: '0',
  padding: '0',
  display: 'block',
};

/**
 * Keeps the margin's host element where it was put. Its style outweighs every rule of the page; where the page's
 * scripts change it, it is put back, and the frame hears that it was moved, as it does when anything else moves it.
 */
export class Stand {
  #place = '';
  #style = '';
  #changes = 0;
  readonly #moves: Moves;
  readonly #attributes: MutationObserver;

  constructor(
    private readonly host: HTMLElement,
    private readonly frame: HTMLIFrameElement,
    private readonly onBeaten: () => void,
  ) {
    this.#moves = new Moves(host, () => this.#say());
    this.#attributes = new MutationObserver(() => this.#right());
    this.#attributes.observe(host, { attributes: true });
  }

  /** Puts it at one side of the window, `width` CSS px wide, without a word to the frame: the user wanted it. */
  put(side: 'left' | 'right', width: number): void {
    const place = `${side}${width}`;
    if (place === this.#place) return;
    this.#place = place;
    const style = { ...PLACE, [side]: '0', width: `${width}px` };
    this.host.style.cssText = Object.entries(style)
      .map(([name, value]) => `${name}:${value}!important;`)
      .join('');
    this.#style = this.host.style.cssText;
    this.#moves.watch();
  }

  stop(): void {
    this.#moves.stop();
    this.#attributes.disconnect();
  }

  #right(): void {
    const strange = [...this.host.attributes].filter(({ name }) => name !== 'style');
    if (strange.length === 0 && this.host.style.cssText === this.#style) return;
    if (++this.#changes > MAX_CHANGES) {
      this.onBeaten();
      return;
    }
    for (const { name } of strange) this.host.removeAttribute(name);
    this.host.style.cssText = this.#style;
    this.#say();
  }

  #say(): void {
    this.frame.contentWindow?.postMessage(MOVED, '*');
  }
}
