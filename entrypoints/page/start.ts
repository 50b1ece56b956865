import { ask, Tries } from '@/utils/browser/bridge';
import { native } from '@/utils/browser/native';
import { ATTEND, PAGE, type PageScript, world } from '@/utils/browser/world';
import { hasSign } from '@/utils/detect/sign';
import { watch } from '@/utils/detect/watch';

/**
 * Watches this frame for a sign of somebody and brings the detector when there is one, which takes the watching over.
 * A second injection (a site allowed while its page is open) finds the first and leaves.
 */
export function start(): void {
  if (world[PAGE]) return;
  const tries = new Tries();
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
      const missed = () => (native().runtime?.id ? tries.again(() => here.bring(text)) : here.stop());
      ask('bringDetector', { text }).then(() => tries.heard(), missed);
    },
    watching: watch(document, { settled: () => here.settled(), left: () => here.left() }),
  };
  world[PAGE] = here;
}
