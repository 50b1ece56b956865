import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const helpScout: Site = {
  id: 'help-scout',
  label: 'Help Scout',
  matches: ['https://secure.helpscout.net/*'],
  verified: null,
  examples: [],
};
