import type { Site } from '../detect/types';

/** Self-hosted. The header keeps its details folded. */
export const snappymail: Site = {
  id: 'snappymail',
  label: 'SnappyMail / RainLoop',
  matches: [],
  traits: ['rl-app', 'rl-content', 'rl-left rl-right'],
  verified: null,
  examples: ['webmails/knockout-preview.html'],
};
