import type { Site } from '../detect/types';

/** Self-hosted. Addresses of a record carry an attribute of their own; related records stand in lists below. */
export const suitecrm: Site = {
  id: 'suitecrm',
  label: 'SuiteCRM',
  matches: [],
  traits: ['pagecontent', 'globalLinks toolbar'],
  signals: {
    counterpart: [
      { selector: '[field=email1] [data-email-address]', from: { attribute: 'data-email-address' } },
    ],
    code: [{ from: 'url', pattern: 'record=([0-9a-f-]{8,36})' }],
  },
  verified: null,
  examples: ['crms/detail-view-rows.html'],
};
