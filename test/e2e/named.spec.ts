import type { Session } from '../tools/session.ts';
import { addCustomer, expect, openRail, test, title } from './support.ts';

/** The mail as it comes from the server, with another sender and text. */
async function mailSays(session: Session, id: string, text: string): Promise<void> {
  await session.page.route(`**/api/mail/${id}`, async (route) => {
    const mail = await (await route.fetch()).json();
    const from = { name: 'Rosa Quinn', address: 'rosa@quinn-transport.example' };
    await route.fulfill({ json: { ...mail, from, cc: [], parts: [{ kind: 'text', text }] } });
  });
}

test('whom a mail names without an address is a mention, under its sender, and says so; a word of the language names nobody', async ({
  session,
}) => {
  await (await addCustomer(session, { name: '太阳能' })).close();
  await mailSays(session, 'second-season', '您好，太阳能板的货已交给恒信物流，请查收。');
  await session.open('inbox', 'second-season');
  const margin = await session.margin();
  await openRail(margin); // a name alone opens nothing
  await expect(title(margin)).toHaveText('Rosa Quinn');
  const mention = margin.locator('.mention');
  await expect(mention).toHaveCount(1);
  await expect(mention).toContainText('恒信物流有限公司');
  await expect(mention).toContainText(session.text('via_name'));
  await mention.click();
  await expect(title(margin)).toHaveText('恒信物流有限公司');
});
