import type { Site } from '../detect/types';

/** Several modules stay in the page; the visible one is read. Bodies are in frames, rows give names only. */
export const netease: Site = {
  id: 'netease',
  label: '网易邮箱 163 / 126 / yeah',
  matches: [
    '*://*.mail.163.com/js6/*',
    '*://mail.163.com/js6/*',
    '*://*.mail.126.com/js6/*',
    '*://mail.126.com/js6/*',
    '*://*.mail.yeah.net/js6/*',
    '*://mail.yeah.net/js6/*',
  ],
  region: ['[id^="_dvModuleContainer_read.ReadModule"]'],
  signals: {
    counterpart: [{ selector: '[id^="_dvModuleContainer_read.ReadModule"] .nui-addr-email', from: 'text' }],
  },
  own: [{ selector: '#spnUid', from: 'text' }],
  sent: ['"fid":3[,}]', '%22fid%22%3A3'],
  verified: null,
  examples: ['netease/message.html'],
};
