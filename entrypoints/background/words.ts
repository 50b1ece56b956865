import * as en from '@/public/_locales/en/messages.json';
import * as zhCN from '@/public/_locales/zh_CN/messages.json';
import * as zhTW from '@/public/_locales/zh_TW/messages.json';

/**
 * What the worker itself has to say: menus, notifications, the address bar. Named one by one, so that the build takes
 * these and leaves the thousand of the pages out: whatever the worker's file holds is read at each of its starts.
 */
export const SAID = {
  en: {
    lost_short: en.lost_short,
    lost_title: en.lost_title,
    menu_note_about: en.menu_note_about,
    notification_done: en.notification_done,
    notification_import_text: en.notification_import_text,
    notification_import_title: en.notification_import_title,
    notification_locked_text: en.notification_locked_text,
    notification_locked_title: en.notification_locked_title,
    notification_many_text: en.notification_many_text,
    notification_many_title: en.notification_many_title,
    notification_tomorrow: en.notification_tomorrow,
    omnibox_hint: en.omnibox_hint,
  },
  zh_CN: {
    lost_short: zhCN.lost_short,
    lost_title: zhCN.lost_title,
    menu_note_about: zhCN.menu_note_about,
    notification_done: zhCN.notification_done,
    notification_import_text: zhCN.notification_import_text,
    notification_import_title: zhCN.notification_import_title,
    notification_locked_text: zhCN.notification_locked_text,
    notification_locked_title: zhCN.notification_locked_title,
    notification_many_text: zhCN.notification_many_text,
    notification_many_title: zhCN.notification_many_title,
    notification_tomorrow: zhCN.notification_tomorrow,
    omnibox_hint: zhCN.omnibox_hint,
  },
  zh_TW: {
    lost_short: zhTW.lost_short,
    lost_title: zhTW.lost_title,
    menu_note_about: zhTW.menu_note_about,
    notification_done: zhTW.notification_done,
    notification_import_text: zhTW.notification_import_text,
    notification_import_title: zhTW.notification_import_title,
    notification_locked_text: zhTW.notification_locked_text,
    notification_locked_title: zhTW.notification_locked_title,
    notification_many_text: zhTW.notification_many_text,
    notification_many_title: zhTW.notification_many_title,
    notification_tomorrow: zhTW.notification_tomorrow,
    omnibox_hint: zhTW.omnibox_hint,
  },
};
