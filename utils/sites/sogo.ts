import type { Site } from '../detect/types';

/** Mostly self-hosted: recognised by its templates. Its pages are read by their structure. */
export const sogo: Site = {
  id: 'sogo',
  label: 'SOGo',
  matches: ['*://*.sogo.nu/*'],
  traits: [
    'detailView UIxMailMainFrame UIxMailViewTemplate UIxMailPopupView UIxContactFoldersView',
    'messagesList contactsList sidenav-content UIxMailMainFrame UIxMailViewTemplate UIxMailPopupView UIxContactFoldersView',
  ],
  verified: '2026-11-22',
  examples: ['made/sogo-like.html', 'sogo/message-forward-en.html'],
};
