import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const freshdesk: Site = {
  id: 'freshdesk',
  label: 'Freshdesk',
  matches: ['https://*.freshdesk.com/*', 'https://*.myfreshworks.com/*'],
  signals: { code: [{ from: 'url', pattern: '/a/contacts/([0-9]{3,15})' }] },
  verified: null,
  examples: [],
};
