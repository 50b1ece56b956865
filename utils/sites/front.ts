import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const front: Site = {
  id: 'front',
  label: 'Front',
  matches: ['https://app.frontapp.com/*'],
  verified: null,
  examples: [],
};
