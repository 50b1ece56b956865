import { browser } from './api';

const KEY = 'logTurned';

/**
 * In storage.session, which goes with the browser. Where a frame is kept from it (Firefox 153, 2026-11) there is nothing to turn: only Chromium
 * tears its log.
 */
export const logTurned = {
  known: async (): Promise<boolean> =>
    browser.storage.session === undefined || (await browser.storage.session.get(KEY))[KEY] === true,
  keep: (): Promise<void> => browser.storage.session.set({ [KEY]: true }),
};
