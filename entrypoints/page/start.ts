import { ask } from '@/utils/browser/bridge';
import { native } from '@/utils/browser/native';
import { ATTEND, PAGE, type PageScript, world } from '@/utils/browser/world';
import { hasSign } from '@/utils/detect/sign';
import { watch } from '@/utils/detect/watch';

/** A worker that was stopped in the middle of the message heard nothing: asked again, a few times in a row. */
const RETRY_MS = 200;
const MAX_TRIES = 5;

/**
 * Watches this frame for a sign of somebody and brings the detector when there is one, which takes the watching over.
 * A second injection (a site allowed while its page is open) finds the first and leaves.
 */
export function start(): void {
  if (world[PAGE]) return;
  let tries = MAX_TRIES;
  let looked = false;
  const here: PageScript = {
    settled() {
      // A page just opened has its extension; later it may be a script that was left behind by a reload of it.
      if (looked && !native().runtime?.id) return here.stop();
      looked = true;
      if (hasSign(document)) here.bring(null);
      else world[ATTEND]?.();
    },
    left() {},
    stop() {
      delete world[PAGE];
      here.watching.stop();
    },
    bring(text) {
      const heard = () => {
        tries = MAX_TRIES;
      };
      const missed = () => {
        if (!native().runtime?.id) here.stop();
        else if (tries-- > 0) setTimeout(() => here.bring(text), RETRY_MS);
      };
      ask('bringDetector', { text }).then(heard, missed);
    },
    watching: watch(document, { settled: () => here.settled(), left: () => here.left() }),
  };
  world[PAGE] = here;
}
