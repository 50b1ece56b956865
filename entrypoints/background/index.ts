import { defineBackground } from 'wxt/utils/define-background';
import { listenToCommands } from './commands';
import { listenToFrames } from './frame';
import { listenToMenus } from './menus';
import { listenToPages } from './page-seen';
import { listenToAction } from './panel';
import { listenToReminders } from './reminders';
import { listenToRequests } from './requests';
import { keepSettings } from './settings-change';
import { keepOwnSites, keepSites } from './sites';
import { listenToLifecycle, startUp } from './start';
import { listenToTeaching } from './teach';

/** Everything is registered at once, in the first turn: an event that woke the worker is lost otherwise. */
export default defineBackground({
  type: 'module',
  main() {
    listenToPages();
    listenToFrames();
    listenToRequests();
    listenToTeaching();
    listenToReminders();
    listenToMenus();
    listenToCommands();
    listenToAction();
    keepSites();
    keepOwnSites();
    keepSettings();
    listenToLifecycle();
    startUp();
  },
});
