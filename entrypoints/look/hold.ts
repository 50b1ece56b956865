const HOLD_MS = 90;

/**
 * A page whose address has changed goes on showing the old content until the new one has come. What looks exactly as
 * before is told only a moment later: else the person that was just cleared would come back for that moment, and
 * looking them up would keep the new one waiting.
 */
export class Hold {
  /** What was last told before the address changed. */
  shown = '';
  #until = 0;
  #timer = 0;

  /** The address has changed; `told` is what was last told of the page but for its address, '' for nothing. */
  begin(told: string): void {
    if (told) this.shown = told;
    this.#until = performance.now() + HOLD_MS;
  }

  /** Whether this is still the old content; `look` is called when it has to be taken for the new. */
  holds(isOld: () => boolean, look: () => void): boolean {
    this.rest();
    const left = this.#until - performance.now();
    if (left <= 0 || !isOld()) return false;
    this.#timer = window.setTimeout(look, left + 1);
    return true;
  }

  /** The new content is there. */
  end(): void {
    this.rest();
    this.#until = 0;
  }

  rest(): void {
    window.clearTimeout(this.#timer);
  }
}
