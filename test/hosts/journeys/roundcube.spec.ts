import type { Page } from '@playwright/test';
import { signInRoundcube } from '../lib/sign-in';
import { roundcube } from '../roundcube/host';
import { mail } from '../seed/mails';
import { expect, test } from './session';

const list = async (page: Page, folder: string): Promise<void> => {
  await page.goto(`${roundcube.url}?_task=mail&_mbox=${folder}`);
  await page.locator('#messagelist tr.message').first().waitFor();
};

/** A single click: the mail opens in the frame beside the list. */
const preview = (page: Page, id: string): Promise<void> => {
  const time = new Date(mail(id).at).toISOString().slice(0, 16).replace('T', ' ');
  return page.locator('#messagelist tr.message').filter({ hasText: time }).locator('.fromto').click();
};

/** The mail on a page of its own. */
async function openWhole(page: Page, id: string): Promise<void> {
  const time = new Date(mail(id).at).toISOString().slice(0, 16).replace('T', ' ');
  const row = page.locator('#messagelist tr.message').filter({ hasText: time });
  const href = await row.locator('a[href*=_uid]').first().getAttribute('href');
  await page.goto(new URL(href ?? '', roundcube.url).href);
  await page.locator('#messagebody').waitFor();
}

test.beforeEach(({ desk }) => signInRoundcube(desk.page));

test('Roundcube: list, open, next, forwarded, own', async ({ desk: { page, margin, step } }) => {
  await step('the list shows the customers in it', async () => {
    await page.reload();
    await margin.says('松涛印务有限公司');
    await margin.says('Fernhill Books');
  });
  await step('a mail opened beside the list', async () => {
    await preview(page, 'plain-zh');
    await margin.shows('松涛印务有限公司');
    await margin.says('顾清和');
    await margin.tierAndRisk('best-core', 'high');
  });
  await step('the next mail', async () => {
    await preview(page, 'plain-en');
    await margin.shows('Fernhill Books');
    await margin.neverSays('松涛印务有限公司');
  });
  await step('a forwarded mail: the sender, and the one who wrote first', async () => {
    await preview(page, 'forward-en');
    await margin.shows('Fernhill Books');
    expect((await margin.others()).join('\n')).toContain('Priya Nair');
    await margin.switchTo('Priya Nair');
    await margin.shows('Priya Nair');
  });
  await step('a Chinese forwarded mail', async () => {
    await preview(page, 'forward-zh');
    await margin.shows('松涛印务有限公司');
    expect((await margin.others()).join('\n')).toContain('罗文博');
  });
  await step('an own mail in the inbox: its recipient', async () => {
    await preview(page, 'own-in-inbox');
    await margin.shows('Nordlys Trykk');
  });
  await step('an own mail in the sent folder: its recipient', async () => {
    await list(page, 'Sent');
    await preview(page, 'sent-one');
    await margin.shows('Fernhill Books');
  });
});

test('Roundcube: nobody is fooled by a name or by markup in a body', async ({
  desk: { page, margin, step },
}) => {
  await step('a name that is a customer’s address', async () => {
    await openWhole(page, 'name-is-address');
    await margin.neverSays('Fernhill Books');
  });
  await step('a body that imitates the header', async () => {
    await list(page, 'INBOX');
    await openWhole(page, 'forged-header');
    await margin.isUnknown('Account Service');
  });
  await step('thirty readers on one newsletter', async () => {
    await list(page, 'INBOX');
    await openWhole(page, 'newsletter-body');
    await margin.neverSays('Reader 02');
  });
});

test('Roundcube: unknown, added, known', async ({ desk: { page, margin, step } }) => {
  await step('unknown', async () => {
    await preview(page, 'unknown');
    await margin.isUnknown('Kofi Mensah');
  });
  await step('added', async () => {
    await margin.add();
    await margin.shows('Kofi Mensah');
  });
  await step('another mail between', async () => {
    await preview(page, 'plain-en');
    await margin.shows('Fernhill Books');
  });
  await step('known', async () => {
    await openWhole(page, 'unknown');
    await margin.shows('Kofi Mensah');
    await margin.neverSays('Not a customer yet');
  });
});

test('Roundcube: a note and a snooze last', async ({ desk: { page, margin, step } }) => {
  await step('a note', async () => {
    await openWhole(page, 'plain-zh');
    await margin.shows('松涛印务有限公司');
    await margin.note('157 克铜版纸还差六吨');
  });
  await step('still there after a load', async () => {
    await page.reload();
    await margin.says('157 克铜版纸还差六吨');
  });
  let later = '';
  await step('snoozed', async () => {
    await list(page, 'INBOX');
    await openWhole(page, 'thread-4');
    await margin.shows('Nordlys Trykk');
    await margin.says('Ask about the late pallet');
    await margin.snooze('nextMonth');
    later = await margin.next();
  });
  await step('still snoozed after a load', async () => {
    await page.reload();
    await margin.shows('Nordlys Trykk');
    await expect.poll(() => margin.next()).toBe(later);
  });
});
