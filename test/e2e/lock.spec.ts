import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { foundOnDisk } from '../tools/disk.ts';
import { type Session, startSession } from '../tools/session.ts';
import { addCustomer, expect, test, title } from './support.ts';

const PASSPHRASE = 'seven grey herons';
const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, 'q');

/** A customer whom no page and no sample knows: what of them is found on the disk was written by Margin. */
const secret = {
  name: `Xav${random()}`,
  email: `o${random()}@k${random()}.example`,
  phone: `+1 202 555 01${String(Math.floor(Math.random() * 90) + 10)}`,
  note: `Note${random()}`,
  amount: `48${String(Math.floor(Math.random() * 1e6)).padStart(6, '1')}`,
};
const words = [
  secret.name,
  secret.name.toLowerCase(),
  secret.email,
  secret.note,
  secret.note.toLowerCase(),
  secret.amount,
];

/** The customer, a note and an entry, as a user brings them. */
async function addSecret(session: Session): Promise<void> {
  const { text } = session;
  const page = await addCustomer(session, secret);
  const note = page.locator('.new-note textarea');
  await note.fill(secret.note);
  await page
    .locator('.new-note')
    .getByRole('button', { name: text('save') })
    .click();
  await expect(note).toHaveValue('');
  const line = page.getByLabel(text('ledger_quick'));
  await line.fill(`${secret.amount} sale`);
  await line.press('Enter');
  await expect(line).toHaveValue('');
  await page.close();
}

async function putLockOn(session: Session): Promise<void> {
  const { text } = session;
  const page = await session.ownPage('dashboard.html#/settings');
  const part = page.getByRole('region', { name: text('lock_title') });
  await part.getByLabel(text('lock_passphrase')).fill(PASSPHRASE);
  await part.getByRole('button', { name: text('lock_next') }).click();
  await expect(part.locator('.lock-code')).toHaveText(/^(?:\w{4}-){6}\w{4}$/);
  await part.getByLabel(text('lock_codeKept')).check();
  await part.getByRole('button', { name: text('lock_encrypt') }).click();
  await expect(part.getByRole('button', { name: text('lock_now') })).toBeVisible({ timeout: 30_000 });
  await page.close();
}

async function unlock(session: Session, page: Page): Promise<void> {
  await page.getByLabel(session.text('lock_typed')).fill('not the passphrase');
  await page.getByRole('button', { name: session.text('lock_unlock') }).click();
  await expect(page.getByText(session.text('lock_wrong'))).toBeVisible();
  await page.getByLabel(session.text('lock_typed')).fill(PASSPHRASE);
  await page.getByRole('button', { name: session.text('lock_unlock') }).click();
  await expect(page.locator('.lock')).toHaveCount(0);
}

/** As if nobody had touched Margin for an hour. */
async function idle(session: Session): Promise<void> {
  const worker = await session.browser.worker();
  await worker.evaluate(async () => {
    await chrome.storage.session.set({ lockSeen: Date.now() - 3_600_000 });
    const event = chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void };
    event.dispatch({ name: 'lock', scheduledTime: Date.now() });
  });
}

test('a lock: nothing of a customer on the disk, nothing shown until it is opened, shut again when nobody is there', async () => {
  test.setTimeout(150_000);
  const profileDir = mkdtempSync(join(tmpdir(), 'margin-lock-'));
  try {
    let session = await startSession({ headless: true, profileDir });
    await addSecret(session);
    await session.browser.close();
    expect(foundOnDisk(profileDir, words), 'the reader of the disk finds what lies open').not.toEqual([]);

    session = await startSession({ headless: true, profileDir, sample: false });
    await putLockOn(session);
    await session.open('inbox', 'renewal');
    await expect(title(await session.margin())).toHaveText('Brightwater Foods');
    await session.browser.close();
    expect(foundOnDisk(profileDir, words)).toEqual([]);

    session = await startSession({ headless: true, profileDir, sample: false });
    await session.open('inbox', 'renewal');
    const margin = await session.margin();
    await margin.getByText(session.text('data_locked')).waitFor({ state: 'attached' });
    await expect(margin.locator('body')).not.toContainText('Brightwater');
    const page = await session.ownPage('dashboard.html#/customers');
    await unlock(session, page);
    await expect(page.locator('body')).toContainText('Brightwater Foods');
    await expect(title(await session.margin())).toHaveText('Brightwater Foods');

    await idle(session);
    await expect(page.getByRole('heading', { name: session.text('data_locked') })).toBeVisible();
    await expect((await session.margin()).locator('body')).not.toContainText('Brightwater');
    await session.close();
  } finally {
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
