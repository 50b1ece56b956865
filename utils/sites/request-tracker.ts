import type { Site } from '../detect/types';

/** Self-hosted. Requestors are text "Name <addr>"; staff show without an address. */
export const requestTracker: Site = {
  id: 'rt',
  label: 'Request Tracker',
  matches: [],
  traits: ['rt-header-container', 'page-people page-reminders', 'preferences-logout'],
  signals: { counterpart: [{ selector: '.requestors .current-value .user', from: 'text' }] },
  own: [{ selector: '.current-user', from: 'text' }],
  body: ['.messagebody'],
  verified: '2026-11-21',
  examples: ['rt/ticket-plain-en.html'],
};
