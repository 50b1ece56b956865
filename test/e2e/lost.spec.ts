import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Session, startSession } from '../tools/session.ts';

/** What Chromium does at its start where it finds the database's log torn: all of it goes, and nobody is told. */
function throwAway(profileDir: string): void {
  const folder = join(profileDir, 'Default', 'IndexedDB');
  const ours = readdirSync(folder).filter((name) => name.startsWith('chrome-extension_'));
  expect(ours).not.toEqual([]);
  for (const name of ours) rmSync(join(folder, name), { recursive: true });
}

async function backUp({ ownPage, text }: Session, into: string): Promise<string> {
  const page = await ownPage('dashboard.html#/settings');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: text('data_backUp') }).click(),
  ]);
  const path = join(into, download.suggestedFilename());
  await download.saveAs(path);
  await expect(page.locator('.data-last').first()).toBeVisible();
  return path;
}

test('a database that the browser threw away is told of, and a backup brings it back', async () => {
  test.setTimeout(90_000);
  const folder = mkdtempSync(join(tmpdir(), 'margin-lost-'));
  const profileDir = join(folder, 'profile');
  mkdirSync(profileDir);
  try {
    let session = await startSession({ headless: true, profileDir });
    const backup = await backUp(session, folder);
    await session.browser.close();
    throwAway(profileDir);

    session = await startSession({ headless: true, profileDir, sample: false });
    const { text } = session;
    await session.open('inbox', 'renewal');
    const margin = await session.margin();
    await expect(margin.getByText(text('lost_title'))).toBeAttached();
    await expect(margin.locator('body')).not.toContainText(text('unknownTitle'));

    const page = await session.ownPage('dashboard.html#/due');
    const notice = page.locator('.lost');
    await expect(notice).toContainText(text('lost_title'));
    await expect(notice).toContainText(backup.split('/').at(-1) ?? '');
    await notice.locator('input[type=file]').setInputFiles(backup);
    await notice.getByRole('button', { name: text('data_merge') }).click();
    await expect(notice).toContainText(text('data_merged'));
    await expect(notice).not.toContainText(text('lost_title'));

    await session.open('inbox', 'renewal');
    await expect((await session.margin()).getByRole('heading', { level: 1 })).toHaveText('Brightwater Foods');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice).toHaveCount(0);
    await session.close();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
