type Browser = typeof import('wxt/browser').browser;

interface World {
  browser?: Browser;
  chrome?: Browser;
}

/**
 * The browser's own interface in a content script, asked for at each use: where a page holds nobody, merely naming what
 * is in it would be the dearest thing that the script does (Chromium 156, 2026-11: 0.5 ms a load). Only as the world's
 * own property: `<img id=browser>` makes one of the window.
 */
export const native = (): Browser => {
  const world = globalThis as World;
  return (Object.hasOwn(world, 'browser') ? world.browser : world.chrome) as Browser;
};
