import type { Site } from '../detect/types';

/** Self-hosted. Recognised by the frame of its dynamic view. */
export const horde: Site = {
  id: 'horde',
  label: 'Horde',
  matches: [],
  traits: ['horde-head', 'horde-navigation horde-logout', 'dimpmain horde-page'],
  verified: '2026-11-22',
  examples: ['webmails/dynamic-label-table.html', 'horde/inbox-dynamic.html'],
};
