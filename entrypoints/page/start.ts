import { browser } from 'wxt/browser';
import { ask, listen } from '@/utils/browser/bridge';
import { hasSign, rendered } from '@/utils/detect/sign';
import { type Look, MAX_SIGHTING_TEXT, type UserOptions } from '@/utils/detect/types';
import { watch } from '@/utils/detect/watch';
import { Hold } from './hold';
import { readOptions, watchOptions } from './options';

/** Marks of the isolated world, which the page cannot see: this script, the detector, the margin frame. */
const STARTED = Symbol.for('margin.started');
const LOOK = Symbol.for('margin.look');
const MARGIN = Symbol.for('margin.frame');
const world = globalThis as {
  [STARTED]?: boolean;
  [LOOK]?: Look;
  [MARGIN]?: () => void;
};

const RETRY_MS = 200;
const MAX_TRIES = 5;
/** Starts watching this frame; a second injection (a site allowed while its page is open) finds it and leaves. */
export function start(): void {
  if (world[STARTED]) return;
  world[STARTED] = true;
  let options: Promise<UserOptions> | null = null;
  let unwatchOptions = () => {};
  let ignore: (() => void) | null = null;
  /** What was last told, the page's address apart; '' where the address has changed or nothing was. */
  let last = '';
  let tries = MAX_TRIES;
  let asked = '';
  const hold = new Hold();

  /** Sends, unless the extension was reloaded or removed meanwhile: then this script stops and leaves no trace. */
  const tell = (send: () => Promise<unknown>) => {
    if (!browser.runtime?.id) return stop();
    send().catch(() => browser.runtime?.id || stop());
  };
  const look = () => {
    if (!browser.runtime?.id) return stop();
    read().catch((error: unknown) => {
      if (browser.runtime?.id) throw error;
      stop(); // it went while this was read
    });
  };
  const read = async () => {
    const sign = world[LOOK] !== undefined || hasSign(document);
    if (!sign && !document.body?.firstChild) return; // an empty frame: not worth a look at storage
    options ??= firstOptions();
    const known = await options;
    if (!world[LOOK])
      await bringFor(sign || known.codePattern !== null || known.taught === true, known.names);
    const see = world[LOOK];
    if (!see) return;
    attend();
    if (hold.holds(() => see.isOld(), look)) return;
    const sighting = await see(known);
    watching.follow(sighting.long === true);
    const now = JSON.stringify({ ...sighting, url: '' });
    if (now === last || hold.holds(() => now === hold.shown, look)) return;
    hold.end();
    last = now;
    tell(() => ask('pageSeen', { ...sighting, loadedAt: performance.timeOrigin }).catch(() => again(now)));
  };
  /** The detector is brought for a sign of somebody, or where the background knows a name in the text. */
  const bringFor = async (sign: boolean, names = false) => {
    const text = sign || !names ? '' : rendered(document, MAX_SIGHTING_TEXT);
    if (!sign && (text === '' || text === asked)) return;
    asked = text;
    attend();
    await ask('bringDetector', { text: sign ? null : text }).catch(() => again(last));
  };
  /** A worker that was stopped in the middle of the message heard nothing: told once more, a few times at most. */
  const again = (said: string) => {
    if (said !== last || tries === 0) return;
    tries--;
    last = '';
    setTimeout(() => look(), RETRY_MS);
  };
  const gone = (left: boolean) => {
    hold.begin(last);
    last = '';
    if (world[LOOK]) tell(() => ask('pageGone', { left, loadedAt: performance.timeOrigin }));
  };

  const watching = watch(document, { settled: () => look(), left: () => gone(false) });
  const leaving = ({ persisted }: PageTransitionEvent) => gone(!persisted);
  const back = ({ persisted }: PageTransitionEvent) => persisted && watching.again();
  /** Once somebody may be told of: a page with nobody on it is not burdened with what only concerns them. */
  const attend = () => {
    if (ignore) return;
    const unlisten = listen({ leavePage: () => stop() });
    watching.closely();
    window.addEventListener('pagehide', leaving);
    window.addEventListener('pageshow', back);
    ignore = () => {
      unlisten();
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('pageshow', back);
    };
  };
  /** The extension's storage is not touched before the page is looked at: in a hurry nobody waits for it. */
  const firstOptions = () => {
    unwatchOptions = watchOptions(() => {
      options = readOptions();
      last = '';
      watching.again();
    });
    return readOptions();
  };

  const stop = () => {
    hold.end();
    ignore?.();
    delete world[STARTED];
    watching.stop();
    unwatchOptions();
    world[MARGIN]?.();
  };
}
