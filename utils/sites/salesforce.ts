import type { Site } from '../detect/types';

/** Record views that were left stay in the page, hidden. */
export const salesforce: Site = {
  id: 'salesforce',
  label: 'Salesforce Lightning',
  matches: ['https://*.lightning.force.com/*'],
  region: ['.oneConsoleTabset .tabContent.active', '.windowViewMode-normal.active'],
  signals: {
    counterpart: [
      { selector: 'records-lwc-highlights-panel emailui-formatted-email-wrapper a', from: 'text' },
    ],
    code: [{ from: 'url', pattern: '/lightning/r/(?:Contact|Account|Lead)/([A-Za-z0-9]{15,18})/' }],
  },
  verified: null,
  examples: [],
};
