import { expect, press, test, title } from './support.ts';

test('a customer at risk: three evidences, the reason in two clicks by keyboard, and taken back', async ({
  session,
}) => {
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Brightwater Foods');
  const risk = margin.getByRole('region', { name: session.text('risk') });
  await expect(risk.locator('.evidence li')).toHaveCount(3);
  await press(margin, 'r');
  const form = risk.getByRole('form', { name: session.text('retention_why') });
  await form.getByRole('button', { name: session.text('reason_competitor') }).click();
  await form.getByRole('button', { name: session.text('save'), exact: true }).click();
  await expect(risk).toContainText(session.text('retention_partly'));
  await margin.getByRole('button', { name: session.text('undo') }).click();
  await expect(risk).not.toContainText(session.text('retention_partly'));
});
