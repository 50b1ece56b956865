import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const sogo: Site = {
  id: 'sogo',
  label: 'SOGo',
  matches: ['*://*.sogo.nu/*'],
  verified: null,
  examples: [],
};
