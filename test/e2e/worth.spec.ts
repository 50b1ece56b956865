import { expect, press, test, title } from './support.ts';

test('worth: a line beside the mail becomes an entry, the figures follow, Undo takes it back', async ({
  session,
}) => {
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Brightwater Foods');
  const net = margin.locator('.figure-value').first();
  const before = (await net.textContent()) ?? '';
  await press(margin, 'e');
  const line = margin.getByLabel(session.text('ledger_quick'));
  await line.fill('7,777 upgrade Trial pallet yesterday');
  await expect(margin.locator('.quick-preview')).toContainText('7,777');
  await line.press('Enter');
  await expect(net).not.toHaveText(before);
  await margin.getByRole('tab', { name: session.text('tab_worth') }).click();
  await expect(margin.locator('.ledger-entry').first()).toContainText('Trial pallet');
  await margin
    .locator('.toast')
    .getByRole('button', { name: session.text('undo') })
    .click();
  await expect(margin.locator('body')).not.toContainText('Trial pallet');
  await margin.getByRole('tab', { name: session.text('tab_overview') }).click();
  await expect(net).toHaveText(before);
});
