import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const gorgias: Site = {
  id: 'gorgias',
  label: 'Gorgias',
  matches: ['https://*.gorgias.com/*'],
  verified: null,
  examples: [],
};
