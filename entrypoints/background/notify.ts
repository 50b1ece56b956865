import { browser } from '@/utils/browser/api';
import { openDashboard } from '@/utils/browser/open';

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

/** A press on a notification whose id begins so opens the dashboard there. Registered in the worker's first turn. */
export function leadTo(view: string, prefix: string): void {
  browser.notifications.onClicked.addListener((id) => {
    if (!id.startsWith(prefix)) return;
    void browser.notifications.clear(id);
    void openDashboard(view);
  });
}
