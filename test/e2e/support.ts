import { test as base, expect, type Frame, type Page } from '@playwright/test';
import { type Session, type SessionOptions, startSession } from '../tools/session.ts';

interface Fixtures {
  /** Set with `test.use({ options: … })`. */
  options: Partial<SessionOptions>;
  session: Session;
}

/** Each test has a browser, a profile and a mailbox of its own, with the sample customers loaded. */
export const test = base.extend<Fixtures, { shared: Session }>({
  options: [{}, { option: true }],
  session: async ({ options }, use) => {
    const session = await startSession({ headless: true, ...options });
    await use(session);
    await session.close();
  },
  // One for all tests of a file that only look: each opens its own mail by a load.
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from the pattern
    async ({}, use) => {
      const session = await startSession({ headless: true });
      await use(session);
      await session.close();
    },
    { scope: 'worker' },
  ],
});
export { openRail } from '../tools/browser.ts';
export { expect };

/** The name that the margin shows on top. */
export const title = (frame: Frame) => frame.locator('h1').first();

/** Adds a customer in the dashboard as a user does; the page shows them then. */
export async function addCustomer(
  { text, ownPage }: Session,
  { name, email = '', phone = '' }: { name: string; email?: string; phone?: string },
): Promise<Page> {
  const page = await ownPage('dashboard.html#/customers');
  await page
    .getByRole('button', { name: text('dash_add') })
    .first()
    .click();
  const form = page.getByRole('form', { name: text('dash_add') });
  await form.getByLabel(text('field_name')).fill(name);
  await form.getByLabel(text('field_email')).fill(email);
  await form.getByLabel(text('field_phone')).fill(phone);
  await form.getByRole('button', { name: text('dash_addSave') }).click();
  await page.getByRole('heading', { name }).waitFor();
  return page;
}

/** Writes a note in the margin and saves it, by keys as a person in a hurry does. */
export async function writeNote(frame: Frame, text: string): Promise<void> {
  await frame.locator('#note-text').fill(text);
  await frame.locator('#note-text').press('Control+Enter');
  await expect(frame.locator('#note-text')).toHaveValue('');
}

/** Presses a key of the margin: it has the keyboard once one has clicked into it, as a person would. */
export async function press(frame: Frame, key: string): Promise<void> {
  await title(frame).click();
  await frame.page().keyboard.press(key);
}
