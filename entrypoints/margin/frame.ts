import type { FrameOrder } from '@/utils/browser/messages';
import { native } from '@/utils/browser/native';
import { addHandle } from './handle';
import { Room } from './push';
import { Stand } from './stand';

const RAIL_PX = 44;
/** A page that keeps taking the frame away wins: it is put back this often, then left alone. */
const MAX_LOSSES = 3;
const HELLO_MS = 3_000;
const FILL = 'border:0;width:100%;height:100%;display:block;color-scheme:normal;background:transparent;';

interface Callbacks {
  resized(width: number): void;
  /** The page removed the frame or loaded something else into it: asks for the order that mounts it anew. */
  lost(): void;
  /** Whether the mounted frame said hello in time; rejects where nobody answers. */
  check(): Promise<boolean>;
}

/**
 * The margin frame in the page: an empty host element, a closed shadow root, and in it one frame of the
 * extension's own origin. The page can see that a frame is there and nothing of what is in it.
 */
export class MarginFrame {
  #host: HTMLElement | null = null;
  #stand: Stand | null = null;
  #order: FrameOrder | null = null;
  #nonce = '';
  #losses = 0;
  readonly #room: Room;

  constructor(
    private readonly page: Document,
    private readonly on: Callbacks,
  ) {
    this.#room = new Room(page, (element) => element === this.#host);
  }

  /** Mounts, moves or clears the frame as the background says. */
  obey(order: FrameOrder): void {
    this.#order = order;
    // A new secret: the background knows of no living frame here, whatever this script believes.
    const unknown = order.nonce !== '' && order.nonce !== this.#nonce;
    if (unknown || !this.#host?.isConnected) this.#remove();
    if (!order.show) this.clear();
    else if (this.#host) this.#place(order);
    else if (order.nonce) this.#mount(order);
    else this.#lose();
  }

  /** Takes the frame out and gives the page its room back. */
  clear(): void {
    this.#remove();
    this.#room.make('right', 0);
  }

  #remove(): void {
    this.#stand?.stop();
    this.#host?.remove();
    this.#host = null;
    this.#stand = null;
  }

  #mount(order: FrameOrder): void {
    if (this.#losses > MAX_LOSSES) return;
    this.#nonce = order.nonce;
    removeOrphans(this.page);
    const host = this.page.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const frame = this.page.createElement('iframe');
    frame.style.cssText = FILL;
    frame.title = 'Margin';
    frame.allow = 'clipboard-write';
    frame.src = `${native().runtime.getURL('/sidebar.html')}#${order.nonce}`;
    let loads = 0;
    frame.addEventListener('load', () => {
      if (++loads > 1 && host === this.#host) this.#lose();
    });
    root.append(frame);
    addHandle(root, () => this.#order?.side ?? 'right', {
      dragged: (width) => this.#place({ ...(this.#order as FrameOrder), width }),
      dropped: (width) => this.on.resized(width),
    });
    this.#host = host;
    this.#stand = new Stand(host, frame, () => this.#lose());
    this.page.documentElement.append(host);
    this.#place(order);
    setTimeout(() => void this.#confirm(host), HELLO_MS);
  }

  /** Removed, or something else was loaded into it (a page may navigate its frames): never left standing there. */
  #lose(): void {
    this.#remove();
    if (++this.#losses <= MAX_LOSSES) this.on.lost();
    else this.clear();
  }

  async #confirm(host: HTMLElement): Promise<void> {
    if (host !== this.#host) return;
    try {
      const alive = await this.on.check();
      if (host === this.#host && !alive) this.clear();
    } catch {
      // The background was stopped meanwhile: that says nothing about the frame.
      setTimeout(() => void this.#confirm(host), HELLO_MS);
    }
  }

  #place(order: FrameOrder): void {
    if (!this.#host) return;
    this.#order = order;
    const width = order.collapsed ? RAIL_PX : order.width;
    this.#stand?.put(order.side, width);
    this.#room.make(order.side, width);
  }
}

/**
 * Takes out what a margin of before the extension was reloaded left standing: its script is dead, or does not know it yet. It has no mark
 * that a page could find either, so it is known by how it stands there.
 */
function removeOrphans({ documentElement }: Document): void {
  for (const child of documentElement.children) {
    const { style } = child as HTMLElement;
    const ours = style?.position === 'fixed' && style.height === '100vh' && style.zIndex === '2147483647';
    if (ours && child.tagName === 'DIV' && child.childNodes.length === 0) child.remove();
  }
}
