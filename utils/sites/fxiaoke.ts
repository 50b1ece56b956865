import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const fxiaoke: Site = {
  id: 'fxiaoke',
  label: '纷享销客',
  matches: ['https://www.fxiaoke.com/*', 'https://*.fxiaoke.com/*'],
  verified: null,
  examples: [],
};
