import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const fastmail: Site = {
  id: 'fastmail',
  label: 'Fastmail',
  matches: ['https://app.fastmail.com/*', 'https://beta.fastmail.com/*'],
  verified: null,
  examples: [],
};
