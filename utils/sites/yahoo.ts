import type { Site } from '../detect/types';

/** The header holds the sender in a pill of its own. */
export const yahoo: Site = {
  id: 'yahoo',
  label: 'Yahoo Mail',
  matches: ['https://mail.yahoo.com/*', 'https://*.mail.yahoo.com/*'],
  signals: {
    counterpart: [{ selector: '[data-test-id=message-from] [data-test-id=email-pill]', from: 'text' }],
  },
  verified: null,
  examples: [],
};
