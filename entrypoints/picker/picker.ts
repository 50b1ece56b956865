import type { PickerSays, PickerWords } from '@/utils/browser/picker-port';
import { leaves } from '@/utils/detect/leaves';
import { pick } from '@/utils/detect/pick';
import { Mark } from './mark';

const EVENTS = [
  'pointermove',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'contextmenu',
  'keydown',
  'keyup',
] as const;

/**
 * One pointing in one frame: by the pointer, or by keys (Tab and left/right go from text to text, up and down to what
 * is around and inside, Enter takes it, Escape leaves). The page gets none of these events and is not changed but for
 * the mark. Events that the page makes up are not the user's and count for nothing.
 */
export class Picker {
  #mark: Mark;
  #meant: Element | null = null;
  #frame = 0;

  constructor(
    private readonly page: Document,
    private readonly words: PickerWords,
    private readonly say: (what: PickerSays) => void,
  ) {
    this.#mark = new Mark(page, window === window.top);
    this.#mark.say(words.how);
    for (const type of EVENTS) window.addEventListener(type, this.#take, { capture: true });
    window.addEventListener('scroll', this.#moved, { capture: true, passive: true });
    if (window === window.top) this.#mark.cover.focus({ preventScroll: true });
  }

  stop(): void {
    for (const type of EVENTS) window.removeEventListener(type, this.#take, { capture: true });
    window.removeEventListener('scroll', this.#moved, { capture: true });
    cancelAnimationFrame(this.#frame);
    this.#mark.remove();
  }

  #take = (event: Event): void => {
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.altKey)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'pointermove') this.#hover(event as PointerEvent);
    else if (event.type === 'click') this.#choose(this.#under(event as MouseEvent) ?? this.#meant);
    else if (event.type === 'keydown') this.#key(event as KeyboardEvent);
  };

  #moved = (): void => this.#mark.show(this.#meant);

  #hover(event: PointerEvent): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#mean(this.#under(event)));
  }

  /** What lies below the cover, inside open shadow roots too. */
  #under({ clientX, clientY }: MouseEvent): Element | null {
    let found: Element | null = null;
    for (let root: Document | ShadowRoot | null = this.page; root; root = found?.shadowRoot ?? null) {
      const next: Element | undefined = root
        .elementsFromPoint(clientX, clientY)
        .find((el) => el !== this.#mark.cover && el !== found);
      if (!next) break;
      found = next;
    }
    return found === this.page.documentElement || found === this.page.body ? null : found;
  }

  #mean(el: Element | null): void {
    this.#meant = el;
    this.#mark.show(el);
  }

  #choose(el: Element | null): void {
    const picked = el && pick(this.page, location.href, el);
    if (picked) this.say({ picked });
    else this.#mark.say(this.words.nothing);
  }

  #key({ key, shiftKey }: KeyboardEvent): void {
    if (key === 'Escape') this.say({ left: true });
    else if (key === 'Enter') this.#choose(this.#meant);
    else if (key === 'ArrowUp') this.#go(this.#meant?.parentElement ?? null);
    else if (key === 'ArrowDown') this.#go(this.#meant?.firstElementChild ?? null);
    else if (key === 'Tab' || key === 'ArrowLeft' || key === 'ArrowRight')
      this.#step(key === 'ArrowLeft' || shiftKey ? -1 : 1);
  }

  #step(by: 1 | -1): void {
    const all = leaves(this.page.body);
    const at = all.findIndex(({ el }) => el === this.#meant);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    this.#go(all[next]?.el ?? null);
  }

  #go(el: Element | null): void {
    if (!el || el === this.page.body || el === this.page.documentElement) return;
    el.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#mean(el);
  }
}
