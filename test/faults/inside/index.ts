import { audit } from './audit.ts';
import { noteNotifications, remind, said } from './due.ts';
import { stock } from './stock.ts';
import { type Doing, type Told, writeOn } from './write.ts';

/**
 * What runs inside the browser, in the extension's own worker and pages, under its own origin and on its own database. A worker tells by
 * a channel, and a page hands it on: a killed worker takes nothing with it that was told.
 */
const CHANNEL = new BroadcastChannel('margin-faults');
type Said = Told | { go: Doing[] };
type Page = typeof globalThis & { told?: (told: Told) => unknown };

function tellNode(told: Told): void {
  (globalThis as Page).told?.(told);
}

export function writeInPage(again: readonly Doing[], most?: number): Promise<void> {
  return writeOn(again, tellNode, most);
}

/** Hands on what the worker tells. */
export function collect(): void {
  CHANNEL.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (!('go' in data)) tellNode(data);
  });
}

export function letWorkerWrite(again: Doing[]): void {
  CHANNEL.postMessage({ go: again });
}

const tellPage = (told: Told): void => CHANNEL.postMessage(told);

/** In the worker: waits for the word to write. Registered before anything of the extension runs. */
function serve(): void {
  noteNotifications();
  addEventListener('error', ({ message }) => tellPage({ failed: `uncaught: ${message}` }));
  addEventListener('unhandledrejection', ({ reason }) =>
    tellPage({ failed: `unhandled: ${String(reason)}` }),
  );
  CHANNEL.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if ('go' in data) void writeOn(data.go, tellPage);
  });
  tellPage({ ready: true });
}

if (!('document' in globalThis)) serve();

export { audit, remind, said, stock };
