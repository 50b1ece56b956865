import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { detect } from '@/utils/detect';
import type { DetectOptions, Sighting } from '@/utils/detect/types';

/** The isolated world's own name for the detector: the page script (entrypoints/page) finds it here. */
const LOOK = Symbol.for('margin.look');

/**
 * The detector. Brought into a frame by the background at the page script's request, the first time that the
 * frame holds a sign of a person (utils/detect/sign.ts): every other page never parses it.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { [LOOK]?: (options: DetectOptions) => Sighting };
  world[LOOK] = (options) => detect(document, location.href, options);
});
