import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { checkShipped } from './test/tools/check-sites.ts';
import { plainZip } from './test/tools/plain-zip.ts';
import { SITES } from './utils/sites/index.ts';

/** Pages that web pages may embed: the sidebar alone, and in Chromium by a per-session address only. */
const embeddable = { resources: ['sidebar.html'], matches: ['*://*/*'] };

const gecko = {
  gecko: {
    id: 'margin@margin.example',
    strict_min_version: '140.0',
    data_collection_permissions: { required: ['none'] },
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  ...(process.env.MARGIN_OUT ? { outDir: process.env.MARGIN_OUT } : {}),
  hooks: {
    'build:before': () => checkShipped(SITES),
    // The same source gives the same bytes: `npm run zip:check`.
    'zip:extension:done': (_, path) => plainZip(path),
    'zip:sources:done': (_, path) => plainZip(path),
  },
  vite: () => ({
    plugins: [preact()],
    build: { target: 'es2023' },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    ...(browser === 'chrome' ? { minimum_chrome_version: '144' } : {}),
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'notifications',
      'contextMenus',
      'activeTab',
      'scripting',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    optional_host_permissions: ['*://*/*'],
    ...(browser === 'chrome' ? { externally_connectable: { ids: [] } } : {}),
    action: { default_title: '__MSG_appName__' },
    omnibox: { keyword: 'mg' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNote__' },
      'open-sidebar': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandSidebar__' },
      'teach-page': { description: '__MSG_commandTeach__' },
      'mark-contacted': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_commandContacted__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
    },
    web_accessible_resources: [browser === 'chrome' ? { ...embeddable, use_dynamic_url: true } : embeddable],
    ...(browser === 'firefox' ? { browser_specific_settings: gecko } : {}),
  }),
});
