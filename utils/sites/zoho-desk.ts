import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const zohoDesk: Site = {
  id: 'zoho-desk',
  label: 'Zoho Desk',
  matches: ['https://desk.zoho.com/*', 'https://desk.zoho.eu/*', 'https://desk.zoho.in/*'],
  verified: null,
  examples: [],
};
