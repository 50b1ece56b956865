import type { Site } from '../detect/types';

/** Names and addresses of a recipient stand in two labels beside each other. */
export const proton: Site = {
  id: 'proton',
  label: 'Proton Mail',
  matches: ['https://mail.proton.me/*'],
  signals: { counterpart: [{ selector: '.message-recipient-item-address', from: 'text' }] },
  verified: null,
  examples: [],
};
