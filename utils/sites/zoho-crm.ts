import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const zohoCrm: Site = {
  id: 'zoho-crm',
  label: 'Zoho CRM',
  matches: [
    'https://crm.zoho.com/*',
    'https://crm.zoho.eu/*',
    'https://crm.zoho.in/*',
    'https://crm.zoho.com.cn/*',
  ],
  verified: null,
  examples: [],
};
