import type { Page } from '@playwright/test';
import { openMenu, signInTryton } from '../lib/sign-in';
import { oscar } from '../seed/people';
import { partyIds, tryton } from '../tryton/host';
import { expect, test } from './session';

async function openList(page: Page): Promise<void> {
  await openMenu(page, 'Parties');
  await page.locator('.tab-pane.active tbody tr:visible').first().waitFor();
}

const openRow = (page: Page, name: string): Promise<void> =>
  page.locator('.tab-pane.active tr').filter({ hasText: name }).first().dblclick();

const next = (page: Page): Promise<void> =>
  page.locator('.tab-pane.active button[title^="Next"]').first().click();

/** From a bookmark: a load of its own. */
async function openParty(page: Page, key: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${tryton.url}#tryton/model/party.party/${partyIds().get(key)}`);
  await page.locator('.tab-pane.active input[name=name]').first().waitFor();
}

test.beforeEach(({ desk }) => signInTryton(desk.page));

test('Tryton: list, open, next, a second tab', async ({ desk: { page, margin, step } }) => {
  await step('a party opened from the list', async () => {
    await openList(page);
    await openRow(page, 'Fernhill Books');
    await margin.shows('Fernhill Books');
    await margin.tierAndRisk('core', 'low');
  });
  await step('back to the list: nobody is open', async () => {
    await page.locator('.tab-pane.active button[title^="Switch"]').first().click();
    await page.locator('.tab-pane.active tbody tr:visible').first().waitFor();
    await margin.isList();
  });
  await step('another party from the list, nobody’s customer: a rail that opens', async () => {
    await openRow(page, 'Lena');
    await expect(async () => {
      await margin.open();
      expect(await margin.shown()).toContain('lena.voss@fuchsbau-papier.example');
    }).toPass({ timeout: 15_000 });
  });
  await step('the next party: only the fragment of the address changes', async () => {
    await next(page);
    await margin.shows('Nordlys Trykk');
  });
  await step('a second tab over it: the first stays in the page, hidden', async () => {
    await openMenu(page, 'Addresses');
    await page.waitForURL(/party\.address/);
    await margin.isList();
  });
});

test('Tryton: nobody is fooled by a name that is an address', async ({ desk: { page, margin, step } }) => {
  await step('another customer’s address as the name', async () => {
    await openParty(page, 'name-is-address');
    await margin.neverSays('Nordlys Trykk');
  });
  await step('the customer whose address it is', async () => {
    await openParty(page, 'person-en');
    await margin.shows('Nordlys Trykk');
    await expect(page.locator('.tab-pane.active').getByText(oscar.address).first()).toBeAttached();
  });
});

test('Tryton: unknown, added, known', async ({ desk: { page, margin, step } }) => {
  await step('unknown', async () => {
    await openParty(page, 'accents');
    await margin.isUnknown(/^Tomás Rivera$|^tomas\.rivera@cobalt-labels\.example$/);
  });
  await step('added', async () => {
    await margin.add('Tomás Rivera');
    await margin.shows('Tomás Rivera');
  });
  await step('another party between', async () => {
    await openParty(page, 'company-en');
    await margin.shows('Fernhill Books');
  });
  await step('known', async () => {
    await openParty(page, 'accents');
    await margin.shows('Tomás Rivera');
    await margin.neverSays('Not a customer yet');
  });
});

test('Tryton: a note and a snooze last', async ({ desk: { page, margin, step } }) => {
  await step('a note', async () => {
    await openParty(page, 'person-zh');
    await margin.shows('松涛印务有限公司');
    await margin.note('拜访时带新样张');
  });
  await step('still there after a load', async () => {
    await page.reload();
    await margin.says('拜访时带新样张');
  });
  let later = '';
  await step('snoozed', async () => {
    await openParty(page, 'person-en');
    await margin.shows('Nordlys Trykk');
    await margin.snooze('tomorrow');
    later = await margin.next();
  });
  await step('still snoozed after a load', async () => {
    await page.reload();
    await margin.shows('Nordlys Trykk');
    await expect.poll(() => margin.next()).toBe(later);
  });
});
