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

test.describe('before anybody is a customer', () => {
  test.use({ options: { sample: false } });

  test('a page without an address that is already open is read for names from the first customer on', async ({
    session,
  }) => {
    const body = `<!doctype html><meta charset="utf-8"><title>Lieferschein</title><link rel="icon" href="data:,">
      <main><h1>Lieferschein</h1><p>Empfänger: Nordwind Kaffeerösterei, Husum</p></main>`;
    const { page } = session;
    await page.route('**/slips/*', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${session.mailbox.origin}/slips/day`);
    await (await addCustomer(session, { name: 'Nordwind Kaffeerösterei' })).close();
    const named = async () => {
      const margin = await session.margin();
      await openRail(margin); // a name alone opens nothing
      await expect(margin.locator('.mention')).toContainText('Nordwind Kaffeerösterei');
    };
    await named();
    await page.reload();
    await named();
  });
});
