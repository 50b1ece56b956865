import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const zohoMail: Site = {
  id: 'zoho-mail',
  label: 'Zoho Mail',
  matches: [
    'https://mail.zoho.com/*',
    'https://mail.zoho.eu/*',
    'https://mail.zoho.in/*',
    'https://mail.zoho.com.cn/*',
  ],
  verified: null,
  examples: [],
};
