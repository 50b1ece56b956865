import { killWorker } from '../tools/browser.ts';
import { expect, openRail, press, test, title, writeNote } from './support.ts';

test('a mail opened: its sender, what they are worth, tier and risk, without a click', async ({
  shared: session,
}) => {
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Brightwater Foods');
  await expect(margin.locator('.who')).toContainText('Oliver Grant');
  await expect(margin.locator('.who')).toContainText(session.text('tier_best_core'));
  // Their ledger comes to £412,300; it is shown in the base currency, at each year's rate.
  await expect(margin.locator('.figure-value').first()).toHaveText(/^\$5[0-5]\dK$/);
  await expect(margin.locator('body')).toContainText('Call Oliver about the two late deliveries');
});

test('the next mail, without a load: the old person goes at once and the new one comes', async ({
  shared: session,
}) => {
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Brightwater Foods');
  await session.choose('delivery-q4');
  await expect(title(margin)).toHaveText('恒信物流有限公司');
  await expect(margin.locator('.who')).toContainText('周敏');
  await expect(margin.locator('body')).not.toContainText('Brightwater Foods');
  await session.page.goBack();
  await expect(title(margin)).toHaveText('Brightwater Foods');
});

test('between two mails nothing of the old person stands beside the new mail', async ({
  shared: session,
}) => {
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Brightwater Foods');
  // The new mail's text takes a second to come: the old name goes when it is asked for, not when it is there.
  let came = false;
  await session.page.route('**/api/mail/tea-box', async (route) => {
    await new Promise((wait) => setTimeout(wait, 1_500));
    came = true;
    await route.continue();
  });
  // Watched, not looked at now and then: while the page still shows the old mail its sender is soon back.
  const cleared = margin.evaluate(
    () =>
      new Promise<void>((gone) => {
        const observer = new MutationObserver(() => {
          if (document.body.textContent.includes('Brightwater Foods')) return;
          observer.disconnect();
          gone();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await session.choose('tea-box');
  await cleared;
  expect(came).toBe(false);
  await expect(title(margin)).toHaveText('云岭茶业');
  await session.page.unrouteAll();
});

test('a forwarded mail is about the one who wrote it first, or lets one choose', async ({
  shared: session,
}) => {
  await session.open('inbox', 'damaged-pallets');
  await expect((await session.margin()).locator('body')).toContainText('Fjordlys');
});

test('an own sent mail is about its recipient', async ({ shared: session }) => {
  await session.open('sent', 'sent-ceramics');
  await expect(title(await session.margin())).toHaveText('江南瓷业');
});

test('the margin comes and goes with the customer, however often', async ({ shared: session }) => {
  await session.open('inbox', 'renewal');
  await session.margin();
  const frames = () =>
    session.page.frames().filter((one) => one.url().startsWith('chrome-extension:')).length;
  for (let round = 0; round < 6; round++) {
    await session.page.evaluate(() => document.body.toggleAttribute('hidden', true));
    await expect.poll(frames).toBe(0);
    await session.page.evaluate(() => document.body.toggleAttribute('hidden', false));
    await expect(title(await session.margin())).toHaveText('Brightwater Foods');
  }
});

test('a newsletter that names customers is not about one of them', async ({ shared: session }) => {
  await session.open('inbox', 'fair-news');
  await session.page.waitForTimeout(600);
  for (const frame of session.page.frames().filter((one) => one.url().startsWith('chrome-extension:')))
    for (const name of ['Brightwater Foods', 'Fjordlys'])
      await expect(frame.locator('h1', { hasText: name })).toHaveCount(0);
});

test('several customers on one mail: the sender is shown, the others are a key away', async ({
  shared: session,
}) => {
  await session.open('inbox', 'samples-joint');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Saffron Lane');
  await press(margin, 'j');
  await expect(title(margin)).not.toHaveText('Saffron Lane');
});

test('a list shows the customers in view', async ({ shared: session }) => {
  await session.open('inbox');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText(session.text('listTitle'));
  await expect(margin.locator('.choice').filter({ hasText: 'Brightwater Foods' })).toBeVisible();
  expect(await margin.locator('.choice').count()).toBeGreaterThanOrEqual(8);
});

test('unknown → added → known, here and after a load', async ({ session }) => {
  await session.open('inbox', 'quote-request');
  const margin = await session.margin();
  await openRail(margin);
  await expect(margin.locator('body')).toContainText(session.text('unknownTitle'));
  await margin.getByRole('button', { name: session.text('addCustomer') }).click();
  await expect(margin.locator('#note-text')).toBeVisible();
  await expect(title(margin)).toHaveText('Daniel Okafor');
  await killWorker(session.browser.context);
  await session.page.reload();
  const again = await session.margin();
  await expect(title(again)).toHaveText('Daniel Okafor');
  await expect(again.locator('body')).not.toContainText(session.text('unknownTitle'));
});

test('a note is there after a load, and undo takes it back', async ({ session }) => {
  await session.open('inbox', 'tea-box');
  await writeNote(await session.margin(), '样盒内衬再放宽两毫米');
  await session.page.reload();
  const margin = await session.margin();
  await expect(margin.locator('body')).toContainText('样盒内衬再放宽两毫米');
  await writeNote(margin, 'a note too many');
  await expect(margin.locator('body')).toContainText('a note too many');
  await margin.getByRole('button', { name: session.text('undo') }).click();
  await expect(margin.locator('article')).not.toContainText('a note too many');
  await expect(margin.locator('article')).toContainText('样盒内衬再放宽两毫米');
});

test('what is typed and not saved survives a load', async ({ session }) => {
  await session.open('inbox', 'tea-box');
  const margin = await session.margin();
  await margin.locator('#note-text').fill('half a thought');
  await expect(margin.locator('body')).toContainText(session.text('draftKept'));
  await session.page.reload();
  await expect((await session.margin()).locator('#note-text')).toHaveValue('half a thought');
});

test('the worker is killed between all steps, and nothing is lost', async ({ session }) => {
  const kill = () => killWorker(session.browser.context);
  await session.open('inbox', 'second-season');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Atelier Dubois');
  await kill();
  await writeNote(margin, 'Smaller hat box, 1,200 pieces');
  await kill();
  await session.choose('renewal');
  await expect(title(margin)).toHaveText('Brightwater Foods');
  await kill();
  await session.choose('second-season');
  await expect(title(margin)).toHaveText('Atelier Dubois');
  await expect(margin.locator('body')).toContainText('Smaller hat box, 1,200 pieces');
});

test('snooze: later by the chosen time, and still so after a load', async ({ session }) => {
  await session.open('inbox', 'ceramics-plan');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('江南瓷业');
  const next = margin.getByRole('region', { name: session.text('nextContact') });
  const before = (await next.textContent()) ?? '';
  await press(margin, 's');
  await margin.getByText(session.text('snooze_nextMonth')).click();
  await expect(next).not.toHaveText(before);
  await expect(next).toContainText('答复陈总');
  const later = (await next.textContent()) ?? '';
  await session.page.reload();
  const again = (await session.margin()).getByRole('region', { name: session.text('nextContact') });
  await expect(again).toHaveText(later);
});

test('Escape makes it a rail, the rail opens it again, and the page gets its room back', async ({
  shared: session,
}) => {
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Brightwater Foods');
  const width = () => session.page.locator('.app').evaluate((app) => app.getBoundingClientRect().width);
  const narrow = await width();
  await press(margin, 'Escape');
  await expect(margin.locator('.rail')).toBeVisible();
  await expect.poll(width).toBeGreaterThan(narrow + 200);
  await openRail(margin);
  await expect(title(margin)).toHaveText('Brightwater Foods');
  await expect.poll(width).toBe(narrow);
});

test('a customer with markup, emoji and right-to-left text in a huge name is shown as text', async ({
  session,
}) => {
  const name = `<img src=x onerror="document.title='hit'"><script>alert(1)</script> 👩🏽‍🚀 שלום ${'很长'.repeat(5_000)}`;
  await session.open('inbox', 'quote-request');
  const margin = await session.margin();
  await openRail(margin);
  await margin.getByLabel(session.text('field_name'), { exact: true }).fill(name);
  await margin.getByRole('button', { name: session.text('addCustomer') }).click();
  await expect(title(margin)).toContainText('<script>alert(1)</script>');
  expect(await margin.locator('h1 img, h1 script').count()).toBe(0);
  expect(await margin.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
