import type { Site } from '../detect/types';

/** Also self-hosted, where little but the frame tells it. Its pages are read by their structure. */
export const chatwoot: Site = {
  id: 'chatwoot',
  label: 'Chatwoot',
  matches: ['https://app.chatwoot.com/*'],
  traits: ['app', 'noscript'],
  signals: { code: [{ from: 'url', pattern: '/contacts/([0-9]{1,15})' }] },
  verified: null,
  examples: ['made/chatwoot-like.html'],
};
