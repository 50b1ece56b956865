import type { Site } from '../detect/types';

/** Also self-hosted. Its pages are read by their structure. */
export const espocrm: Site = {
  id: 'espocrm',
  label: 'EspoCRM',
  matches: ['https://*.espocloud.com/*', 'https://*.espocloud.eu/*'],
  traits: ['nav-menu-dropdown', 'main', 'content', 'footer'],
  signals: {
    counterpart: [
      {
        selector: '.detail [data-name=emailAddress] [data-email-address]',
        from: { attribute: 'data-email-address' },
      },
    ],
    code: [{ from: 'url', pattern: '#(?:Contact|Account|Lead)/view/([0-9a-f]{10,17})' }],
  },
  verified: null,
  examples: ['made/espocrm-like.html'],
};
