import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const icloud: Site = {
  id: 'icloud',
  label: 'iCloud Mail',
  matches: ['https://www.icloud.com/*', 'https://www.icloud.com.cn/*'],
  verified: null,
  examples: [],
};
