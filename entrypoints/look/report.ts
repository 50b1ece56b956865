import { ask, listen, Tries } from '@/utils/browser/bridge';
import { native } from '@/utils/browser/native';
import { MARGIN, PAGE, type PageScript, world } from '@/utils/browser/world';
import type { Look } from '@/utils/detect/types';
import { Hold } from './hold';
import { readOptions, watchOptions } from './options';

/** Tells the background who is on the page, now and whenever that changes: the detector takes the watching over. */
export function report(page: PageScript, see: Look): void {
  let options = readOptions();
  /** What was last told, the page's address apart; '' where the address has changed or nothing was. */
  let last = '';
  const tries = new Tries();
  const hold = new Hold();

  /** Sends, unless the extension was reloaded or removed meanwhile: then this script stops and leaves no trace. */
  const tell = (send: () => Promise<unknown>) => {
    if (!native().runtime?.id) return page.stop();
    send().catch(() => native().runtime?.id || page.stop());
  };
  const look = () => {
    if (!native().runtime?.id) return page.stop();
    read().catch((error: unknown) => {
      if (native().runtime?.id) throw error;
      page.stop(); // it went while this was read
    });
  };
  const read = async () => {
    const known = await options;
    if (hold.holds(() => see.isOld(), look)) return;
    const sighting = await see(known);
    page.watching.follow(sighting.long === true);
    const now = JSON.stringify({ ...sighting, url: '' });
    if (now === last || hold.holds(() => now === hold.shown, look)) return;
    hold.end();
    last = now;
    const seen = { ...sighting, loadedAt: performance.timeOrigin };
    tell(() =>
      ask('pageSeen', seen).then(
        () => tries.heard(),
        () => again(now),
      ),
    );
  };
  /** Reads anew what was not heard, unless something else was told since. */
  const again = (said: string) =>
    tries.again(() => {
      if (said === last) last = '';
      look();
    });
  const gone = (left: boolean) => {
    hold.begin(last);
    last = '';
    tell(() => ask('pageGone', { left, loadedAt: performance.timeOrigin }));
  };

  const leaving = ({ persisted }: PageTransitionEvent) => gone(!persisted);
  const back = ({ persisted }: PageTransitionEvent) => persisted && page.watching.again();
  const unlisten = listen({ leavePage: () => page.stop() });
  const unwatch = watchOptions(() => {
    options = readOptions();
    last = '';
    page.watching.again();
  });
  window.addEventListener('pagehide', leaving);
  window.addEventListener('pageshow', back);
  page.watching.closely();
  Object.assign(page, {
    reports: true,
    settled: look,
    left: () => gone(false),
    stop() {
      hold.end();
      unlisten();
      unwatch();
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('pageshow', back);
      page.watching.stop();
      delete world[PAGE];
      world[MARGIN]?.();
    },
  });
  look();
}
