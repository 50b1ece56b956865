import type { Site } from '../detect/types';

/** Known by its address; its pages are read by their structure. */
export const aliyun: Site = {
  id: 'aliyun',
  label: '阿里邮箱',
  matches: ['https://mail.aliyun.com/*', 'https://qiye.aliyun.com/*', 'https://*.mxhichina.com/*'],
  verified: null,
  examples: [],
};
