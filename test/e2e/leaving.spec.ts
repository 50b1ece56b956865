import type { Frame } from '@playwright/test';
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

/** Goes on with Tab until what is so named has the focus, as somebody without a mouse does. */
async function tabTo(margin: Frame, name: string): Promise<void> {
  const { keyboard } = margin.page();
  const focused = () =>
    margin.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
    });
  for (let steps = 0; (await focused()) !== name; steps++) {
    if (steps === 60) throw new Error(`Tab never came to ${name}`);
    await keyboard.press('Tab');
  }
}

test('all that is recorded about staying, from an open mail, by keyboard alone', async ({ session }) => {
  const { text } = session;
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  const { keyboard } = margin.page();
  const risk = margin.getByRole('region', { name: text('risk') });
  await title(margin).click(); // the keyboard is in the margin, as after its command
  const more = async (item: `retention_${'share' | 'satisfaction' | 'plan' | 'guard'}`) => {
    await keyboard.press('l');
    const chosen = margin.getByRole('menuitem', { name: text(item), exact: true });
    await expect(margin.getByRole('menuitem').first()).toBeFocused();
    while (!(await chosen.evaluate((element) => element === document.activeElement)))
      await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
  };
  const save = async () => {
    await tabTo(margin, text('save'));
    await keyboard.press('Enter');
  };

  await keyboard.press('r');
  await keyboard.press('Enter'); // the first reason has the focus
  await save();
  await expect(risk).toContainText(text('retention_partly'));

  await more('retention_share');
  await keyboard.type('90000');
  await keyboard.press('Enter');
  await expect(risk.getByRole('form')).toHaveCount(0);

  await more('retention_satisfaction');
  await tabTo(margin, text('satisfied_very_dissatisfied'));
  await keyboard.press('Enter');
  await save();
  await expect(risk.getByRole('form')).toHaveCount(0);

  await more('retention_plan');
  await save();
  await expect(risk.getByRole('list', { name: text('retention_plan') })).toHaveCount(1);

  await more('retention_guard');
  await tabTo(margin, `4 ${text('guard_contact')}`);
  await keyboard.press('Enter');
  await expect(margin.getByRole('button', { name: `4 ${text('guard_contact')}` })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await keyboard.press('Escape');

  await keyboard.press('c');
  const complaint = margin.getByRole('form', { name: text('addComplaint') });
  await expect(complaint.getByRole('textbox').first()).toBeFocused();
  await keyboard.type('The crates came open.');
  await save();
  await expect(margin.getByRole('region', { name: text('complaintsOpen') })).toContainText(
    'The crates came open.',
  );
});

test('an investigation: who left is asked, the review comes after a quarter, a measure is decided; all by keyboard', async ({
  session,
}) => {
  const { text } = session;
  const page = await session.ownPage('dashboard.html#/retention/investigation');
  const { keyboard } = page;
  const size = page.getByLabel(text('rounds_size'));
  await size.fill('4');
  await size.press('Enter');
  const round = page.locator('section.box').first();
  await expect(round.getByText(text('rounds_done', { DONE: '0', ALL: '4' }))).toBeVisible();

  await round
    .getByRole('button', { name: text('rounds_record') })
    .first()
    .press('Enter');
  await page.getByLabel(text('rounds_said')).fill('Nobody called back');
  await tabTo(page.mainFrame(), text('save'));
  await keyboard.press('Enter');
  await expect(round.getByRole('heading', { level: 2 }).first()).toBeFocused();

  const review = page.getByLabel(text('rounds_quarter'));
  await review.fill('They wait too long');
  await tabTo(page.mainFrame(), text('save'));
  await keyboard.press('Enter');
  await expect(review).toHaveCount(0);
  await expect(round).toContainText('They wait too long');

  const measure = page.getByLabel(text('rounds_measure'), { exact: true });
  await measure.fill('Call back within a day');
  await measure.press('Enter');
  await round.getByRole('button', { name: `${text('done')} Call back within a day` }).press('Enter');
  await expect(round).toContainText('✓ Call back within a day');
});
