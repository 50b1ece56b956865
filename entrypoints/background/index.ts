import { defineBackground } from 'wxt/utils/define-background';
import { listenToBackups } from './backups';
import { listenToCommands } from './commands';
import { listenToFrames } from './frame';
import { listenToImports } from './imports';
import { listenToLock } from './lock';
import { listenToLost } from './lost';
import { listenToMenus } from './menus';
import { listenToOmnibox } from './omnibox';
import { listenToPages } from './page-seen';
import { listenToAction } from './panel';
import { listenToReminders } from './reminders';
import { listenToRequests } from './requests';
import { listenToRisks } from './risks';
import { keepSettings } from './settings-change';
import { keepOwnSites, keepSites } from './sites';
import { listenToLifecycle, startUp } from './start';
import { listenToTeaching } from './teach';
import { listenToValue } from './value';

/** Everything is registered at once, in the first turn: an event that woke the worker is lost otherwise. */
export default defineBackground({
  main() {
    listenToPages();
    listenToFrames();
    listenToLock();
    listenToLost();
    listenToRequests();
    listenToTeaching();
    listenToReminders();
    listenToImports();
    listenToRisks();
    listenToBackups();
    listenToValue();
    listenToMenus();
    listenToCommands();
    listenToOmnibox();
    listenToAction();
    keepSites();
    keepOwnSites();
    keepSettings();
    listenToLifecycle();
    startUp();
  },
});
