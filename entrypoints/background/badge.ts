import { browser } from '@/utils/browser/api';

const DUE_COLOUR = '#b3261e';

/** The number of contacts due, on the icon; nothing where nothing is due. */
export async function showDueCount(count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: DUE_COLOUR });
  await browser.action.setBadgeText({ text: count === 0 ? '' : count > 99 ? '99+' : String(count) });
}
