import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { start } from './start';

/**
 * The script of every allowed page, in every frame: watch, detect, one message. Registered at run time, for the
 * sites that the user allowed. Not a WXT content script: its context object announces itself to the page by an
 * event that carries the extension's id (wxt 0.20.27, 2026-11), and no page has to know that Margin is there.
 */
export default defineUnlistedScript(() => {
  start();
});
