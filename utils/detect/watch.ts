/** The page is read once nothing has changed for this long … */
const QUIET_MS = 60;
/** … and at the latest this long after the first change: pages with clocks and tickers are never quiet. */
const LATEST_MS = 500;
/** Reading waits for an idle moment, at most this long. */
const IDLE_MS = 40;
/** A page that never rests is read at most this often. */
const REST_MS = 1_000;

/** Attributes that show and hide views or carry the address itself; others change nothing about who is shown. */
const TELLING = [
  'hidden',
  'aria-hidden',
  'aria-selected',
  'aria-current',
  'class',
  'href',
  'value',
  'title',
  'email',
];

export interface Watching {
  /** Look again at the next idle moment, whatever has changed. */
  again(): void;
  stop(): void;
}

/**
 * Tells when a page has something new to read. One observer that only notes that something changed; the reading
 * is done once the content has settled. `left` is called at once when the address changes without a reload, so
 * that the old person can be cleared before the new one is drawn.
 */
export function watch(page: Document, on: { settled(): void; left(): void }): Watching {
  const view = page.defaultView;
  if (!view) return { again: () => undefined, stop: () => undefined };
  const timer = new SettleTimer(view, on.settled);
  let url = view.location.href;
  const moved = () => {
    if (view.location.href === url) return;
    url = view.location.href;
    on.left();
    timer.changed();
  };
  const observer = new MutationObserver(() => {
    moved();
    timer.changed();
  });
  observer.observe(page, { childList: true, subtree: true, characterData: true, attributeFilter: TELLING });
  // The Navigation API tells of pushState as it happens; where it is missing the next mutation does.
  const navigation = (view as { navigation?: EventTarget }).navigation;
  const targets: Array<[EventTarget | undefined, string]> = [
    [navigation, 'currententrychange'],
    [view, 'popstate'],
    [view, 'hashchange'],
  ];
  for (const [target, type] of targets) target?.addEventListener(type, moved);
  timer.soon();
  return {
    again: () => timer.soon(),
    stop: () => {
      observer.disconnect();
      timer.stop();
      for (const [target, type] of targets) target?.removeEventListener(type, moved);
    },
  };
}

/** Debounces changes: quiet for a while, at the latest after a while, and not too often. */
class SettleTimer {
  #timer = 0;
  #idle = 0;
  #first = 0;
  #read = Number.NEGATIVE_INFINITY;
  #stopped = false;

  constructor(
    private readonly view: Window,
    private readonly settled: () => void,
  ) {}

  changed(): void {
    if (this.#idle || this.#stopped) return;
    const now = this.view.performance.now();
    this.#first ||= now;
    const busy = now - this.#read < REST_MS && now - this.#first > LATEST_MS;
    if (this.#timer && now - this.#first >= LATEST_MS && !busy) return;
    this.view.clearTimeout(this.#timer);
    this.#timer = this.view.setTimeout(() => this.soon(), QUIET_MS);
  }

  soon(): void {
    this.view.clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#idle || this.#stopped) return;
    const read = () => {
      this.#idle = 0;
      this.#first = 0;
      this.#read = this.view.performance.now();
      if (!this.#stopped) this.settled();
    };
    this.#idle = this.view.requestIdleCallback(read, { timeout: IDLE_MS });
  }

  stop(): void {
    this.#stopped = true;
    this.view.clearTimeout(this.#timer);
    this.view.cancelIdleCallback(this.#idle);
  }
}
