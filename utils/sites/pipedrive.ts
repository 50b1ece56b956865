import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const pipedrive: Site = {
  id: 'pipedrive',
  label: 'Pipedrive',
  matches: ['https://*.pipedrive.com/*'],
  region: ['.viewContainer .personDetails'],
  signals: { code: [{ from: 'url', pattern: '/(?:person|organization)/([0-9]{1,12})' }] },
  verified: null,
  examples: [],
};
