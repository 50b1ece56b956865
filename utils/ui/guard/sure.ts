/** So long the margin must have been seen whole, in one place, before what is done to it counts. */
export const SETTLED_MS = 300;
/** So long after the keyboard came by itself, and after each key since, a key that acts is not yet meant for it. */
export const KEYS_MS = 500;
/** Seen covered for so long, it is said why nothing answers. */
const SAID_MS = 1_000;

/** What is known of how the frame is shown: one entry of an IntersectionObserver over the whole document. */
export interface Shown {
  /** False: something lies over it, or it is see-through, turned or filtered. Undefined: this browser cannot tell. */
  visible: boolean | undefined;
  /** Part of it inside the window, 0..1. */
  ratio: number;
}

/** Less than the whole is in the window: a page shows one button through a hole. */
const WHOLE = 0.98;

/**
 * Whether what happens in the frame is meant for it. A hostile page can make its user click on Margin without
 * seeing it: so nothing counts until the frame has been whole, uncovered and unmoved for a moment, and no key
 * counts that was under way when the page pushed the keyboard here. Times are ms of one clock.
 */
export class Sure {
  #whole = false;
  #since = Number.NEGATIVE_INFINITY;
  #quietSince = Number.NEGATIVE_INFINITY;
  #hiddenSince: number | null = null;

  /** The latest entry of the observer. */
  shown({ visible, ratio }: Shown, now: number): void {
    const whole = visible !== false && ratio >= WHOLE;
    if (whole && !this.#whole) this.#since = now;
    if (whole) this.#hiddenSince = null;
    else this.#hiddenSince ??= now;
    this.#whole = whole;
  }

  /** The page moved the frame, or its window came back to the front from behind another. */
  moved(now: number): void {
    this.#since = now;
  }

  /** The keyboard came here without a click or Tab of the user. */
  keysCame(now: number): void {
    this.#quietSince = now;
  }

  /** The user came here themselves. */
  userCame(): void {
    this.#quietSince = Number.NEGATIVE_INFINITY;
  }

  /** Whether a click counts now. */
  clicks(now: number): boolean {
    return this.#whole && now - this.#since >= SETTLED_MS;
  }

  /** Whether a key that acts counts now; one that does not makes the wait begin again. */
  keys(now: number): boolean {
    if (now - this.#quietSince >= KEYS_MS) return this.clicks(now);
    this.#quietSince = now;
    return false;
  }

  /** Whether it has been covered for so long that it must be said. */
  covered(now: number): boolean {
    return this.#hiddenSince !== null && now - this.#hiddenSince >= SAID_MS;
  }

  /** When to look again, in ms from now; null: nothing will change by itself. */
  next(now: number): number | null {
    const at = this.#whole ? this.#since + SETTLED_MS : (this.#hiddenSince ?? now) + SAID_MS;
    return at > now ? at - now : null;
  }
}
