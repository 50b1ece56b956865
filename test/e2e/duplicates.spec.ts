import { expect, test } from './support.ts';

test.use({ options: { sample: false } });

const NAMES = ['山西煤矿', '山西煤业', '山西煤产品总公司'];
const PHONES = ['+86 351 555 0101', '0086-351-5550101', '+86 (351) 5550101'];
const csv = ['客户名称,电话', ...NAMES.map((name, at) => `${name},${PHONES[at]}`)].join('\n');

test('three imported rows of one customer with one phone: one proposal with its reasons, merged, undone', async ({
  session,
}) => {
  const { text } = session;
  const page = await session.ownPage('dashboard.html#/import');
  await page.setInputFiles('input[type=file]', {
    name: '客户.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await page.getByRole('button', { name: text('import_start'), exact: true }).click();
  await expect(page.locator('dl.facts dd').first()).toHaveText('3');
  await page.goto(session.browser.url('dashboard.html#/duplicates'));
  const group = page.locator('.dupes-group');
  await expect(group).toHaveCount(1);
  for (const name of NAMES) await expect(group).toContainText(name);
  await expect(group.locator('.why').first()).toContainText(/555.?0101/);
  await page.getByRole('button', { name: text('dupes_checkAll') }).click();
  await expect(page.getByText(text('dupes_checked', { COUNT: 3 }))).toBeVisible();
  await expect(group).toHaveCount(1);
  await group.getByRole('button', { name: text('dupes_merge', { COUNT: 3 }) }).click();
  await expect(group).toHaveCount(0);
  await page.getByRole('button', { name: text('undo') }).click();
  await expect(group).toHaveCount(1);
});
