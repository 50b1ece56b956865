import { browser } from '@/utils/browser/api';

/** What every notification of ours has. Rejects where notifications are switched off in the system. */
export const notify = (
  id: string,
  title: string,
  message: string,
  more: { buttons?: Array<{ title: string }> } = {},
): Promise<string> => {
  const iconUrl = browser.runtime.getURL('icon/128.png');
  const options = { type: 'basic' as const, iconUrl, title, message };
  return browser.notifications.create(id, { ...options, ...more } as typeof options);
};
