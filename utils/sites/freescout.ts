import type { Site } from '../detect/types';

/** Self-hosted. The customer has a column of his own. */
export const freescout: Site = {
  id: 'freescout',
  label: 'FreeScout',
  matches: [],
  traits: ['conv-layout', 'conv-layout-customer conv-layout-main'],
  signals: { counterpart: [{ selector: '#conv-layout-customer .customer-email a', from: 'text' }] },
  verified: null,
  examples: ['desks/conversation-customer-column.html'],
};
