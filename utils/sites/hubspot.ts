import type { Site } from '../detect/types';

/** The card on the left names the contact; it is drawn late. */
export const hubspot: Site = {
  id: 'hubspot',
  label: 'HubSpot',
  matches: ['https://app.hubspot.com/*', 'https://app-eu1.hubspot.com/*'],
  signals: {
    counterpart: [
      { selector: '[data-test-id=contact-chicklet-email][href^="mailto:"]', from: { attribute: 'href' } },
    ],
    code: [{ from: 'url', pattern: '/contacts/[0-9]{1,12}/(?:contact|record/0-1)/([0-9]{1,15})' }],
  },
  verified: null,
  examples: [],
};
