import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const xiaoshouyi: Site = {
  id: 'xiaoshouyi',
  label: '销售易',
  matches: ['https://*.xiaoshouyi.com/*'],
  verified: null,
  examples: [],
};
