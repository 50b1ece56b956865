import type { Site } from '../detect/types';

/** Class names are build hashes; ids of a message part begin with MSG_, and labels are in the reader's language. */
export const outlook: Site = {
  id: 'outlook',
  label: 'Outlook on the web',
  matches: [
    'https://outlook.live.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  signals: {
    counterpart: [
      { selector: '[id^="MSG_"][id$="_FROM"] [aria-label*="@"]', from: { attribute: 'aria-label' } },
    ],
  },
  own: [{ selector: '[data-folder-name][title*="@"]', from: { attribute: 'title' } }],
  rows: {
    row: '[role=option][data-convid]',
    address: [{ selector: '[title*="@"]', from: { attribute: 'title' } }],
  },
  body: ['[id^="UniqueMessageBody"]'],
  sent: ['/mail/sentitems(/|$)'],
  verified: null,
  examples: ['outlook/message.html'],
};
