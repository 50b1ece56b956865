import type { Page } from '@playwright/test';
import { roundcube } from '../roundcube/host';
import { rt } from '../rt/host';
import { tryton } from '../tryton/host';

/** Signs the user in as a person would; the page ends where the host takes her. */
export async function signInRoundcube(page: Page): Promise<void> {
  await page.goto(roundcube.url);
  await page.locator('#rcmloginuser').fill(roundcube.user);
  await page.locator('#rcmloginpwd').fill(roundcube.password);
  await page.locator('#rcmloginsubmit').click();
  await page.locator('#messagelist tr.message').first().waitFor();
}

export async function signInRt(page: Page): Promise<void> {
  await page.goto(rt.url);
  await page.locator('input[name=user]').fill(rt.user);
  await page.locator('input[name=pass]').fill(rt.password);
  await page.locator('input[name=pass]').press('Enter');
  await page.locator('.current-user').first().waitFor({ state: 'attached' });
}

export async function signInTryton(page: Page): Promise<void> {
  await page.goto(`${tryton.url}#tryton`);
  await page.getByPlaceholder('User name').fill(tryton.user);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.locator('input[type=password]').fill(tryton.password);
  await page.keyboard.press('Enter');
  await page.locator('#user-preferences a').first().waitFor();
}

/** Opens an entry of the menu "Party", which is unfolded first where it is not. */
export async function openMenu(page: Page, entry: string): Promise<void> {
  const item = page.locator('#menu').getByText(entry, { exact: true });
  if (!(await item.isVisible())) await page.locator('#menu .expander').first().click();
  await item.dblclick();
  await page.waitForLoadState('networkidle');
}
