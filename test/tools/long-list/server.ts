import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Rows of the list, and the height of each in pixels. */
export const ROWS = 5_000;
const ROW_PX = 40;

/** Two customers of the sample data at the top, two in the middle, where only scrolling brings them into view. */
const KNOWN: Readonly<Record<number, readonly [name: string, address: string]>> = {
  1: ['Oliver Grant', 'oliver.grant@brightwater-foods.example'],
  3: ['Priya Nair', 'priya.nair@saffron-lane.example'],
  2501: ['Helen Marsh', 'helen.marsh@brightwater-foods.example'],
  2503: ['Nadia Okafor', 'nadia@okafor-joinery.example'],
};

/** What stands in the middle of the list, for `scrollTop` of `#list`. */
export const MIDDLE_PX = 2_500 * ROW_PX;

export interface LongList {
  /**
   * `virtual`: some forty elements that are filled anew while one scrolls, as mail clients do. `whole`: every row is in
   * the document. `path` stands before it, for what is told apart by the address.
   */
  at(kind: 'virtual' | 'whole', path?: string): string;
  close(): Promise<void>;
}

/** Runs in the page; tsx marks functions by a helper `__name` that the page must have (tsx 4, 2026-11). */
function draw(rows: number, height: number, known: typeof KNOWN, virtual: boolean): void {
  const list = document.querySelector<HTMLElement>('#list');
  const space = document.querySelector<HTMLElement>('#space');
  if (!list || !space) return;
  const made = () => {
    const row = document.createElement('div');
    row.setAttribute('role', 'row');
    row.append(
      document.createElement('span'),
      document.createElement('span'),
      document.createElement('time'),
    );
    space.append(row);
    return row;
  };
  const fill = (row: HTMLElement, at: number) => {
    const [name, address] = known[at] ?? [`Buyer ${at}`, `buyer${at}@firm-${at}.example`];
    const [from, subject, time] = row.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
    row.style.transform = `translateY(${at * height}px)`;
    row.hidden = at >= rows;
    from.title = address;
    from.textContent = name;
    subject.textContent = `Order ${at}, second delivery`;
    time.textContent = `${10 + (at % 12)}:${10 + (at % 50)}`;
  };
  space.style.height = `${rows * height}px`;
  const shown = Math.ceil(list.clientHeight / height) + 8;
  const pool = Array.from({ length: virtual ? shown : rows }, made);
  const first = () => Math.max(0, Math.floor(list.scrollTop / height) - 4);
  const render = () => {
    const from = virtual ? first() : 0;
    // Each row stays on the element that it has until it leaves the view: then another one takes it over.
    for (let at = from; at < from + pool.length; at++) {
      const row = pool[at % pool.length];
      if (row && row.dataset.at !== String(at)) {
        row.dataset.at = String(at);
        fill(row, at);
      }
    }
  };
  render();
  if (virtual) list.addEventListener('scroll', () => requestAnimationFrame(render), { passive: true });
}

const page = (virtual: boolean) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Inbox</title>
<style>body{margin:0;font:14px/40px sans-serif}#list{height:600px;overflow:auto}#space{position:relative}
[role=row]{position:absolute;left:0;right:0;height:${ROW_PX}px;display:flex;gap:24px}</style>
<nav><a href="#">Inbox</a> <a href="#">Archive</a></nav><main><div id="list" role="grid"><div id="space"></div></div></main>
<script>const __name = (named) => named;(${draw.toString()})(${ROWS},${ROW_PX},${JSON.stringify(KNOWN)},${virtual})</script></html>`;

/** Serves both lists on loopback. */
export async function startLongList(): Promise<LongList> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page(request.url?.endsWith('/virtual') === true));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    at: (kind, path = '') => `http://127.0.0.1:${port}${path}/${kind}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
