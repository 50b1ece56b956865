import type { Site } from '../detect/types';

/** Also self-hosted. Its pages are read by their structure. */
export const twenty: Site = {
  id: 'twenty',
  label: 'Twenty',
  matches: ['https://*.twenty.com/*'],
  traits: ['twenty-env-config', 'root'],
  signals: { code: [{ from: 'url', pattern: '/object/(?:person|company)/([0-9a-f-]{36})' }] },
  verified: null,
  examples: ['crms/emotion-cards.html'],
};
