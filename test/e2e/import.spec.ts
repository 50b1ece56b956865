import type { Page } from '@playwright/test';
import type { Session } from '../tools/session';
import { expect, test } from './support';

test.use({ options: { sample: false } });

const ROWS = 12_000;
const CUSTOMERS = 600;
const file = () => {
  const lines = ['customer,date,amount,product'];
  for (let at = 0; at < ROWS; at++)
    lines.push(
      `C-${at % CUSTOMERS},2025-${String((at % 12) + 1).padStart(2, '0')}-1${at % 10},${at}.25,P${at % 7}`,
    );
  lines.push('C-1,2025-02-30,1,P1');
  return { name: 'sales.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
};

async function started(session: Session): Promise<Page> {
  const page = await session.ownPage('dashboard.html#/import');
  await page.setInputFiles('input[type=file]', file());
  await expect(page.locator('.import-counts')).toContainText('12,000', { timeout: 30_000 });
  await page.getByRole('button', { name: session.text('import_start'), exact: true }).click();
  return page;
}

test('an import in a tab that is closed goes on to exactly the same rows, and is undone whole', async ({
  session,
}) => {
  const first = await started(session);
  await expect(first.locator('.import-running .button:enabled')).toBeVisible(); // the worker has begun
  await first.close();

  const page = await session.ownPage('dashboard.html#/import');
  await expect(page.locator('dl.facts dd')).toHaveText(['12,000', '1', '600'], { timeout: 120_000 });
  await expect(page.locator('.import-table')).toContainText('2025-02-30');

  await page.getByRole('button', { name: session.text('import_undo') }).click();
  await expect(page.locator('.sheet-title .badge')).toHaveText(session.text('change_undone'), {
    timeout: 60_000,
  });
  await page.goto(page.url().replace('#/import', '#/customers'));
  await expect(page.getByText(session.text('dash_none'))).toBeVisible();
});
