import { browser } from 'wxt/browser';
import { detect } from '@/utils/detect';
import { watch } from '@/utils/detect/watch';
import { ask, listen } from './bridge';
import { MarginFrame } from './frame';
import { readOptions, watchOptions } from './options';
import { showRow } from './row';

/** The isolated world's own mark: a second injection finds it and leaves. The page cannot see it. */
const STARTED = Symbol.for('margin.started');

/** Starts watching this frame, once; where it was started before (by an older version) that one has stopped by itself. */
export async function start(): Promise<void> {
  const world = globalThis as { [STARTED]?: boolean };
  if (world[STARTED]) return;
  world[STARTED] = true;
  const page = new Page(window.top === window);
  await page.begin();
}

class Page {
  #options = readOptions();
  #last = '';
  readonly #stops: Array<() => void> = [];
  readonly #margin: MarginFrame | null;

  constructor(top: boolean) {
    this.#margin = top
      ? new MarginFrame(document, {
          resized: (width) => void this.#tell(() => ask('frameResized', { width })),
          lost: () => void this.#tell(async () => this.#margin?.obey(await ask('frameLost'))),
          check: async () => (await this.#tell(() => ask('frameCheck')))?.alive ?? false,
        })
      : null;
  }

  async begin(): Promise<void> {
    const watching = watch(document, {
      settled: () => void this.#look(),
      left: () => void this.#gone(false),
    });
    const leaving = ({ persisted }: PageTransitionEvent) => void this.#gone(!persisted);
    const back = ({ persisted }: PageTransitionEvent) => persisted && watching.again();
    window.addEventListener('pagehide', leaving);
    window.addEventListener('pageshow', back);
    this.#stops.push(
      () => watching.stop(),
      () => window.removeEventListener('pagehide', leaving),
      () => window.removeEventListener('pageshow', back),
      listen({
        orderFrame: (order) => this.#margin?.obey(order),
        lookAgain: () => watching.again(),
        showRow: ({ value }) => showRow(value),
      }),
      watchOptions(() => {
        this.#options = readOptions();
        watching.again();
      }),
    );
  }

  /** Reads the page and tells the background, unless it is just what was told last. */
  async #look(): Promise<void> {
    const sighting = detect(document, location.href, await this.#options);
    const now = JSON.stringify(sighting);
    if (now === this.#last) return;
    this.#last = now;
    const order = await this.#tell(() => ask('pageSeen', sighting));
    if (order) this.#margin?.obey(order);
  }

  async #gone(left: boolean): Promise<void> {
    this.#last = '';
    await this.#tell(() => ask('pageGone', { left }));
  }

  /** Sends, unless the extension was reloaded or removed meanwhile: then this script stops and leaves no trace. */
  async #tell<T>(send: () => Promise<T>): Promise<T | null> {
    if (!browser.runtime?.id) return this.#stop();
    try {
      return await send();
    } catch {
      return browser.runtime?.id ? null : this.#stop();
    }
  }

  #stop(): null {
    for (const stop of this.#stops.splice(0)) stop();
    this.#margin?.clear();
    return null;
  }
}
