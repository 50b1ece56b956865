import { expect, test } from './support.ts';

test.use({ options: { sample: false } });

test('three records of one customer with one phone: one proposal with its reasons, merged, undone', async ({
  session,
}) => {
  const { text } = session;
  const page = await session.ownPage('dashboard.html#/customers');
  const names = ['山西煤矿', '山西煤业', '山西煤产品总公司'];
  for (const name of names) {
    await page
      .getByRole('button', { name: text('dash_add') })
      .first()
      .click();
    const form = page.getByRole('form', { name: text('dash_add') });
    await form.getByLabel(text('field_name')).fill(name);
    await form.getByLabel(text('field_phone')).fill('+86 351 555 0101');
    await form.getByRole('button', { name: text('dash_addSave') }).click();
    await expect(page.getByText(name).first()).toBeVisible();
    await page.goto(session.browser.url('dashboard.html#/customers'));
  }
  await page.goto(session.browser.url('dashboard.html#/duplicates'));
  const group = page.locator('.dupes-group');
  await expect(group).toHaveCount(1);
  for (const name of names) await expect(group).toContainText(name);
  await expect(group.locator('.why').first()).toContainText('555 0101');
  await page.getByRole('button', { name: text('dupes_checkAll') }).click();
  await expect(page.getByText(text('dupes_checked', { COUNT: 3 }))).toBeVisible();
  await expect(group).toHaveCount(1);
  await group.getByRole('button', { name: text('dupes_merge', { COUNT: 3 }) }).click();
  await expect(group).toHaveCount(0);
  await page.getByRole('button', { name: text('undo') }).click();
  await expect(group).toHaveCount(1);
});
