import type { Page } from '@playwright/test';
import { expect, test } from './support.ts';

/** The number that the settings show of the customers that are kept. */
const customers = (page: Page, label: string) =>
  page.locator('.facts > div', { hasText: label }).first().locator('dd');

test('a sealed backup brings everything back after everything is gone', async ({ session }, info) => {
  const { text } = session;
  const page = await session.ownPage('dashboard.html#/settings');
  const count = customers(page, text('settings_customers'));
  await expect(count).not.toHaveText('0');
  const before = await count.textContent();
  await page.getByLabel(text('data_passphrase')).fill('seven grey herons');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: text('data_backUp') }).click(),
  ]);
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  expect(path).toMatch(/margin-\d{4}-\d{2}-\d{2}-\d{4}\.margin$/);
  await expect(page.locator('.data-last').first()).toContainText(before ?? '');

  await page.getByRole('button', { name: text('settings_sampleRemove') }).click();
  await expect(count).toHaveText('0');

  await page.locator('.data-restore input[type=file]').setInputFiles(path);
  await page.locator('.data-restore input[type=password]').fill('seven grey herons');
  await page.getByRole('button', { name: text('data_open') }).click();
  await page.getByRole('button', { name: text('data_replace') }).click();
  await page.getByRole('button', { name: text('data_replaceNow') }).click();
  await expect(page.getByText(text('data_replaced'))).toBeVisible();
  await expect(count).toHaveText(before ?? '');
});
