import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const intercom: Site = {
  id: 'intercom',
  label: 'Intercom',
  matches: ['https://app.intercom.com/*', 'https://app.eu.intercom.com/*', 'https://app.au.intercom.com/*'],
  verified: null,
  examples: [],
};
