import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const salesforceClassic: Site = {
  id: 'salesforce-classic',
  label: 'Salesforce Classic',
  matches: ['https://*.my.salesforce.com/*'],
  signals: { code: [{ from: 'url', pattern: 'salesforce[.]com/((?:001|003|00Q)[A-Za-z0-9]{12,15})' }] },
  verified: null,
  examples: [],
};
