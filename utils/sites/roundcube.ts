import type { Site } from '../detect/types';

/** Self-hosted. A click opens the mail in the frame messagecontframe, a double click in the page itself. */
export const roundcube: Site = {
  id: 'roundcube',
  label: 'Roundcube',
  matches: [],
  traits: ['message-header messagelist messagecontframe', 'layout taskmenu layout-content'],
  signals: {
    counterpart: [
      { selector: '#message-header .header-summary a.rcmContactAddress', from: { attribute: 'title' } },
      { selector: '#message-header a.rcmContactAddress', from: { attribute: 'title' } },
    ],
    participant: [{ selector: '#message-header a.rcmContactAddress', from: { attribute: 'title' } }],
  },
  own: [{ selector: '.header-title.username', from: 'text' }],
  rows: {
    row: '#messagelist tr.message',
    address: [{ selector: '.rcmContactAddress', from: { attribute: 'title' } }],
  },
  body: ['#messagebody'],
  sent: ['[?&]_mbox=Sent(&|$)'],
  verified: '2026-11-21',
  examples: ['roundcube/show-plain-en.html'],
};
