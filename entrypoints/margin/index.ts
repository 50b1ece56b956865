import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask, listen } from '@/utils/browser/bridge';
import { native } from '@/utils/browser/native';
import { MARGIN, world } from '@/utils/browser/world';
import { MarginFrame } from './frame';

/** How long a frame may stand in a page whose extension was reloaded or removed: it would go on showing whom it showed. */
const ORPHAN_MS = 1_000;

/**
 * Draws the margin frame in the top document. Injected by the background when there is somebody to show, so that
 * a page without a customer never loads it; afterwards it obeys the background's orders.
 */
export default defineUnlistedScript(() => {
  if (world[MARGIN]) return;
  const frame = new MarginFrame(document, {
    resized: (width) => void ask('frameResized', { width }).catch(() => undefined),
    lost: () => void ask('frameLost').then(obey, () => undefined),
    check: () => ask('frameCheck').then(({ alive }) => alive),
  });
  const obey = frame.obey.bind(frame);
  const stop = listen({ orderFrame: obey });
  const orphaned = setInterval(() => native().runtime?.id || world[MARGIN]?.(), ORPHAN_MS);
  world[MARGIN] = () => {
    clearInterval(orphaned);
    stop();
    frame.clear();
    delete world[MARGIN];
  };
});
