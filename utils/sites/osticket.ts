import type { Site } from '../detect/types';

/** Self-hosted. The requester stands in a table above the thread. */
export const osticket: Site = {
  id: 'osticket',
  label: 'osTicket',
  matches: [],
  traits: ['ticket_thread', 'response_options'],
  verified: null,
  examples: ['desks/staff-panel-tables.html'],
};
