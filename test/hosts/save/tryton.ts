import type { Page } from '@playwright/test';
import { openMenu, signInTryton } from '../lib/sign-in';
import { ownPeople, type Party, parties } from '../seed/parties';
import { zhou } from '../seed/people';
import { partyIds, tryton } from '../tryton/host';
import { PageWriter } from './writer';

/** The contact list of the form is filled some time after the form: each of the party's addresses must be there. */
async function shows(page: Page, party: Party): Promise<void> {
  const pane = page.locator('.tab-pane.active');
  await page.waitForFunction(
    (name) => document.querySelector<HTMLInputElement>('.tab-pane.active input[name=name]')?.value === name,
    party.name,
  );
  for (const value of [...(party.emails ?? []), ...(party.phones ?? [])]) {
    await pane.getByText(value, { exact: true }).first().waitFor({ state: 'attached' });
  }
  await settle(page);
}

const settle = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

function partyOf(key: string): Party {
  const found = parties.find((each) => each.key === key);
  if (!found) throw new Error(`no sample party "${key}"`);
  return found;
}

/** Each party on its own page load, as from a bookmark. */
async function saveParties(page: Page, writer: PageWriter): Promise<void> {
  const ids = partyIds();
  for (const party of [...parties, ...ownPeople]) {
    await page.goto('about:blank'); // otherwise only the hash changes, and the client opens a second tab
    await page.goto(`${tryton.url}#tryton/model/party.party/${ids.get(party.key)}`);
    await shows(page, party);
    await writer.save(`party-${party.key}`, page);
  }
}

/** The list, a party opened from it, the next one, and a second tab over the first. */
async function saveJourney(page: Page, writer: PageWriter): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${tryton.url}#tryton`);
  await openMenu(page, 'Parties');
  await page.locator('.tab-pane.active tbody tr:visible').first().waitFor();
  await writer.save('list-parties', page);
  await page.locator('.tab-pane.active tr').filter({ hasText: 'Fernhill Books' }).first().dblclick();
  await shows(page, partyOf('company-en'));
  await writer.save('from-list', page);
  await page.locator('.tab-pane.active button[title^="Next"]').first().click();
  await shows(page, partyOf('several-addresses'));
  await writer.save('from-list-next', page);
  await page.locator('.tab-pane.active').getByRole('tab', { name: 'Relations' }).click();
  await page.locator('.tab-pane.active').getByText('Fernhill Books').first().waitFor();
  await writer.save('relations', page);
  await openMenu(page, 'Contact Mechanisms');
  await page.waitForURL(/contact_mechanism/);
  await page.locator('.tab-pane.active tbody tr:visible').first().waitFor();
  await writer.save('list-contacts-second-tab', page);
}

/** Every kind of page that Tryton shows a customer on. */
export async function saveTryton(page: Page): Promise<string[]> {
  const writer = new PageWriter(
    'tryton',
    { real: new URL(tryton.url).origin, saved: 'https://crm.lanting.example' },
    [[/(_token=|_token" value=")[^"&]*/g, '$1token']],
  );
  await signInTryton(page);
  await saveParties(page, writer);
  await saveJourney(page, writer);
  return writer.finish([zhou.address]);
}
