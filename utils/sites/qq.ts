import type { Site } from '../detect/types';

/** The old interface: everything is in the frame mainFrame, which is read by itself. */
export const qqOld: Site = {
  id: 'qq-old',
  label: 'QQ 邮箱（旧版）',
  matches: ['https://mail.qq.com/*', 'https://exmail.qq.com/*'],
  signals: {
    counterpart: [
      { selector: '[fromaddr]', from: { attribute: 'fromaddr' } },
      { selector: '.readmailinfo span[e][n]', from: { attribute: 'e' } },
    ],
    participant: [{ selector: 'span[e][n]', from: { attribute: 'e' } }],
  },
  own: [{ selector: '#useraddr', from: 'text' }],
  body: ['#contentDiv', '#mailContentContainer'],
  sent: ['folderid=3(&|$)'],
  verified: null,
  examples: ['qq-old/message.html'],
};

export const qq: Site = {
  id: 'qq',
  label: 'QQ 邮箱',
  matches: ['https://wx.mail.qq.com/*'],
  region: ['.mail-detail-basic'],
  signals: { counterpart: [{ selector: '.mail-detail-basic .cmp-account-email', from: 'text' }] },
  own: [{ selector: '.profile-user-info .user-email', from: 'text' }],
  verified: null,
  examples: ['qq/message.html'],
};
