import type { Site } from '../detect/types';

/** Fields are inputs; the log below names others. */
export const odoo: Site = {
  id: 'odoo',
  label: 'Odoo',
  matches: ['https://*.odoo.com/*'],
  signals: { counterpart: [{ selector: '.o_form_view .o_field_email input', from: 'value' }] },
  verified: null,
  examples: [],
};
