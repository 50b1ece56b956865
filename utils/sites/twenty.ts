import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const twenty: Site = {
  id: 'twenty',
  label: 'Twenty',
  matches: ['https://*.twenty.com/*'],
  signals: { code: [{ from: 'url', pattern: '/object/(?:person|company)/([0-9a-f-]{36})' }] },
  verified: null,
  examples: [],
};
