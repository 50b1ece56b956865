import type { Page } from '@playwright/test';
import { signInRt } from '../lib/sign-in';
import { rt, ticketIds } from '../rt/host';
import { expect, test } from './session';

const LIST = "Search/Results.html?Query=Queue='Orders'&Rows=50&Order=ASC&OrderBy=id";

const list = async (page: Page): Promise<void> => {
  await page.goto(`${rt.url}${LIST}`);
  await page.locator('table.ticket-list, table.collection').first().waitFor();
};

/** From the list, by its subject's link, as a person does. */
async function openFromList(page: Page, key: string): Promise<void> {
  const link = page.locator(`a[href$="Display.html?id=${ticketIds().get(key)}"]:visible`);
  await link.first().click();
  await page.locator('.requestors').first().waitFor();
}

async function open(page: Page, key: string): Promise<void> {
  await page.goto(`${rt.url}Ticket/Display.html?id=${ticketIds().get(key)}`);
  await page.locator('.requestors').first().waitFor();
}

test.beforeEach(({ desk }) => signInRt(desk.page));

test('Request Tracker: list, open, next, forwarded, own', async ({ desk: { page, margin, step } }) => {
  await step('the list shows the customers in it', async () => {
    await list(page);
    await margin.says('松涛印务有限公司');
    await margin.says('Nordlys Trykk');
  });
  await step('a ticket opened from the list', async () => {
    await openFromList(page, 'plain-zh');
    await margin.shows('松涛印务有限公司');
    await margin.tierAndRisk('best-core', 'high');
  });
  await step('the next ticket', async () => {
    await open(page, 'plain-en');
    await margin.shows('Fernhill Books');
    await margin.neverSays('松涛印务有限公司');
  });
  await step('a ticket that staff have answered twice', async () => {
    await open(page, 'thread');
    await margin.shows('Nordlys Trykk');
  });
  await step('a forwarded mail: the sender, and the one who wrote first', async () => {
    await open(page, 'forward-en');
    await margin.shows('Fernhill Books');
    expect((await margin.others()).join('\n')).toContain('Priya Nair');
    await margin.switchTo('Priya Nair');
    await margin.shows('Priya Nair');
  });
  await step('a ticket that the user opened herself: the requestor', async () => {
    await open(page, 'staff-opened');
    await margin.shows('Nordlys Trykk');
  });
});

test('Request Tracker: nobody is fooled by a name or by a forged user link', async ({
  desk: { page, margin, step },
}) => {
  await step('a name that is a customer’s address', async () => {
    await open(page, 'name-is-address');
    await margin.neverSays('Fernhill Books');
  });
  await step('a body that imitates the requestors', async () => {
    await open(page, 'forged-header');
    await margin.isUnknown('Account Service');
  });
  await step('a ticket without a requestor', async () => {
    await open(page, 'no-requestor');
    await margin.neverSays('Account Service');
  });
});

test('Request Tracker: unknown, added, known', async ({ desk: { page, margin, step } }) => {
  await step('unknown', async () => {
    await open(page, 'unknown');
    await margin.isUnknown('Kofi Mensah');
  });
  await step('added', async () => {
    await margin.add();
    await margin.shows('Kofi Mensah');
  });
  await step('another ticket between', async () => {
    await open(page, 'plain-en');
    await margin.shows('Fernhill Books');
  });
  await step('known', async () => {
    await open(page, 'unknown');
    await margin.shows('Kofi Mensah');
    await margin.neverSays('Not a customer yet');
  });
});

test('Request Tracker: a note and a snooze last', async ({ desk: { page, margin, step } }) => {
  await step('a note', async () => {
    await open(page, 'plain-en');
    await margin.shows('Fernhill Books');
    await margin.note('Meeting on the 12th, two more weights');
  });
  await step('still there after a load', async () => {
    await page.reload();
    await margin.says('Meeting on the 12th, two more weights');
  });
  let later = '';
  await step('snoozed', async () => {
    await open(page, 'thread');
    await margin.shows('Nordlys Trykk');
    await margin.snooze('nextWeek');
    later = await margin.next();
  });
  await step('still snoozed after a load', async () => {
    await page.reload();
    await margin.shows('Nordlys Trykk');
    await expect.poll(() => margin.next()).toBe(later);
  });
});
