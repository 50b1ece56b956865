import type { Site } from '../detect/types';

/** All open tickets stay in the page; the active one says so. Senders tell an end user from an agent. */
export const zendesk: Site = {
  id: 'zendesk',
  label: 'Zendesk',
  matches: ['https://*.zendesk.com/*'],
  exclude: ['[data-is-active=false]'],
  signals: { code: [{ from: 'url', pattern: '/agent/users/([0-9]{3,15})' }] },
  verified: null,
  examples: [],
};
