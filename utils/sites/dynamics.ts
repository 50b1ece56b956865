import type { Site } from '../detect/types';

/** The address is the property of a field, not its attribute. */
export const dynamics: Site = {
  id: 'dynamics',
  label: 'Dynamics 365',
  matches: ['https://*.dynamics.com/*', 'https://*.crm.dynamics.cn/*'],
  signals: {
    counterpart: [{ selector: 'input[data-id^="emailaddress1"]', from: 'value' }],
    code: [{ from: 'url', pattern: '[?&]id=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})' }],
  },
  verified: null,
  examples: [],
};
