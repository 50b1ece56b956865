import type { Site } from '../detect/types';

/** Self-hosted. The author of an issue seldom shows an address; custom fields do. */
export const redmine: Site = {
  id: 'redmine',
  label: 'Redmine',
  matches: [],
  traits: ['top-menu', 'loggedas', 'main-menu header'],
  verified: null,
  examples: ['desks/issue-custom-field.html'],
};
