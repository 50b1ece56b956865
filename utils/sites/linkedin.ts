import type { Site } from '../detect/types';

/** A profile holds a name alone. */
export const linkedin: Site = {
  id: 'linkedin',
  label: 'LinkedIn',
  matches: ['https://www.linkedin.com/in/*'],
  verified: null,
  examples: [],
};
