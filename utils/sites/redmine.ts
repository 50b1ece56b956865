import type { Site } from '../detect/types';

/** Self-hosted. The author of an issue seldom shows an address; custom fields do. */
export const redmine: Site = {
  id: 'redmine',
  label: 'Redmine',
  matches: [],
  traits: ['top-menu', 'loggedas', 'main-menu header'],
  verified: '2026-11-22',
  examples: ['desks/issue-custom-field.html', 'redmine/issue.html'],
};
