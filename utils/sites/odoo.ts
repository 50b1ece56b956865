import type { Site } from '../detect/types';

/** Also self-hosted. Fields are inputs; the log below names others. */
export const odoo: Site = {
  id: 'odoo',
  label: 'Odoo',
  matches: ['https://*.odoo.com/*'],
  traits: ['web.layout.odooscript'],
  signals: { counterpart: [{ selector: '.o_form_view .o_field_email input', from: 'value' }] },
  verified: null,
  examples: ['made/odoo-like.html'],
};
