import type { Site } from '../detect/types';

/** Also self-hosted. Other tickets stay in the page, hidden. */
export const zammad: Site = {
  id: 'zammad',
  label: 'Zammad',
  matches: ['https://*.zammad.com/*'],
  traits: ['app', 'navigation', 'global-search'],
  verified: null,
  examples: [],
};
