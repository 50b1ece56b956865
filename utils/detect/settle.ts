/** The page is read once nothing has changed for this long … */
const QUIET_MS = 60;
/** … or this long while a page is fresh, opened without a load a moment ago: somebody waits for it, and pages that draw in slices take 5 ms for one … */
const FRESH_QUIET_MS = 6;
const FRESH_MS = 2_000;
/** … and at the latest this long after the first change: pages with tickers are never quiet. */
const LATEST_MS = 500;
/** Reading waits for an idle moment, at most this long; of a fresh page it does not. */
const IDLE_MS = 40;
/** A page that never rests is read at most this often. */
const REST_MS = 1_000;

/**
 * Tells when changes have settled. One timer, armed by the first change of a series: when it fires it looks how long
 * the last change is ago and goes on waiting, so that a change costs no more than a number.
 */
export class Settle {
  #timer = 0;
  #idle = 0;
  #first = 0;
  #last = 0;
  #read = Number.NEGATIVE_INFINITY;
  /** Least time between two readings: grows while they follow each other closely, up to `REST_MS`. */
  #gap = 0;
  #freshUntil = 0;
  #stopped = false;

  constructor(
    private readonly view: Window,
    private readonly settled: () => void,
  ) {}

  changed(): void {
    this.#last = this.view.performance.now();
    this.#first ||= this.#last;
    if (!this.#timer && !this.#idle && !this.#stopped) this.#wait(this.#quiet());
  }

  /** Another page: what is to be read of it does not wait for the gap. */
  fresh(): void {
    this.view.clearTimeout(this.#timer);
    this.#timer = 0;
    this.#gap = 0;
    this.#first = 0;
    this.#read = Number.NEGATIVE_INFINITY;
    this.#freshUntil = this.view.performance.now() + FRESH_MS;
    this.changed();
  }

  soon(): void {
    this.view.clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#idle || this.#stopped) return;
    this.#idle = this.view.requestIdleCallback(() => this.#reading(), { timeout: IDLE_MS });
  }

  stop(): void {
    this.#stopped = true;
    this.view.clearTimeout(this.#timer);
    this.view.cancelIdleCallback(this.#idle);
  }

  #quiet(): number {
    return this.#last < this.#freshUntil ? FRESH_QUIET_MS : QUIET_MS;
  }

  #wait(ms: number): void {
    this.#timer = this.view.setTimeout(() => {
      this.#timer = 0;
      const quiet = Math.min(this.#last + this.#quiet(), this.#first + LATEST_MS);
      const left = Math.max(quiet, this.#read + this.#gap) - this.view.performance.now();
      if (left > 0) this.#wait(left);
      else if (this.#last < this.#freshUntil) this.#reading();
      else this.soon();
    }, ms);
  }

  #reading(): void {
    const now = this.view.performance.now();
    this.#gap = now - this.#read > 2 * REST_MS ? 0 : Math.min(REST_MS, Math.max(2 * QUIET_MS, 2 * this.#gap));
    this.#read = now;
    this.#idle = 0;
    this.#first = 0;
    this.settled();
  }
}
