import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const chatwoot: Site = {
  id: 'chatwoot',
  label: 'Chatwoot',
  matches: ['https://app.chatwoot.com/*'],
  signals: { code: [{ from: 'url', pattern: '/contacts/([0-9]{1,15})' }] },
  verified: null,
  examples: [],
};
