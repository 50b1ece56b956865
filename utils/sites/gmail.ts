import type { Site } from '../detect/types';

/** The `email` attributes have outlived every redesign; hidden views stay in the page, bodies hold decoys. */
export const gmail: Site = {
  id: 'gmail',
  label: 'Gmail',
  matches: ['https://mail.google.com/*'],
  region: ['[role=main]'],
  signals: {
    counterpart: [{ selector: 'span.gD[email]', from: { attribute: 'email' } }],
    participant: [{ selector: 'span.g2[email]', from: { attribute: 'email' } }],
  },
  own: [{ selector: 'a[aria-label*="@"][href*="accounts.google.com"]', from: { attribute: 'aria-label' } }],
  rows: { row: 'tr.zA', address: [{ selector: '[email]', from: { attribute: 'email' } }] },
  body: ['.a3s'],
  sent: ['#sent(/|$)', '#search/in%3Asent'],
  verified: null,
  examples: ['gmail/message.html'],
};
