import type { Page } from '@playwright/test';
import { type SampleCrm, startCrm } from '../tools/crm/server.ts';
import type { Session } from '../tools/session.ts';
import { expect, test, title } from './support.ts';

let crm: SampleCrm;
test.beforeEach(async () => {
  crm = await startCrm();
});
test.afterEach(() => crm.close());

async function popupOf({ browser, page, ownPage }: Session): Promise<Page> {
  const worker = await browser.worker();
  const tabs = await worker.evaluate(() => chrome.tabs.query({}));
  return ownPage(`popup.html?tab=${tabs.find(({ url }) => url === page.url())?.id}`);
}

/** Waits until the page can be pointed at, then presses there as a person does. */
async function pointAt(session: Session, teaching: Page, text: string): Promise<void> {
  await expect(teaching.getByText(session.text('teach_pointing'))).toBeVisible();
  const box = await session.page.getByText(text, { exact: true }).boundingBox();
  if (!box) throw new Error(`${text} is not in the page`);
  await session.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test('an unknown page is taught in a few clicks, outlives a load, and is taught anew when it has changed', async ({
  session,
}) => {
  const { page, text, browser } = session;
  let clicks = 0;
  const press = (where: Pick<Page, 'getByRole'>, key: string) => {
    clicks++;
    return where.getByRole('button', { name: text(key) }).click();
  };
  const teachingWindow = async (): Promise<Page> => {
    const find = () => browser.context.pages().find((one) => one.url().includes('teach.html'));
    await expect.poll(() => find() !== undefined, { timeout: 10_000 }).toBe(true);
    return find() as Page;
  };
  await page.goto(crm.at('4711'));
  await press(await popupOf(session), 'teach_wrong');
  const teaching = await teachingWindow();
  await pointAt(session, teaching, 'oliver.grant@brightwater-foods.example');
  await expect(teaching.locator('.teach-things')).toContainText('oliver.grant@brightwater-foods.example');
  await press(teaching, 'teach_more');
  await pointAt(session, teaching, 'Oliver Grant');
  await expect(teaching.locator('.teach-reads')).toContainText('Oliver Grant');
  // Another record, before anything is kept: what would be read there.
  await page.goto(crm.at('4712'));
  await expect(teaching.locator('.teach-reads')).toContainText('zhou.min@hengxin-logistics.example');
  await press(teaching, 'teach_save');
  await expect(teaching.getByText(text('teach_saved'))).toBeVisible();
  expect(clicks + 2).toBeLessThan(10);
  await teaching.close();

  await page.goto(crm.at('4711'));
  await expect(title(await session.margin())).toHaveText('Brightwater Foods');
  await page.goto(crm.at('4712'));
  await expect(title(await session.margin())).toHaveText('恒信物流有限公司');

  crm.redesign();
  await page.goto(crm.at('4711'));
  const margin = await session.margin();
  await expect(margin.locator('body')).toContainText(text('teach_changed'), { timeout: 10_000 });
  await press(margin, 'teach_again');
  const again = await teachingWindow();
  await pointAt(session, again, 'oliver.grant@brightwater-foods.example');
  await press(again, 'teach_save');
  await expect(again.getByText(text('teach_saved'))).toBeVisible();
  await again.close();
  await page.reload();
  const anew = await session.margin();
  await expect(title(anew)).toHaveText('Brightwater Foods');
  await expect(anew.locator('body')).not.toContainText(text('teach_changed'));
});
