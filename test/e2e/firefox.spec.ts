import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Frame, Page } from 'puppeteer-core';
import { ensureBuilt } from '../tools/build.ts';
import { startCrm } from '../tools/crm/server.ts';
import { type LaunchedFirefox, launchFirefox } from '../tools/firefox.ts';
import { startMailbox } from '../tools/mailbox/server.ts';

const textIn = (frame: Frame) => frame.evaluate(() => document.body.textContent ?? '');

/** A key that acts counts half a second after the keyboard came into the margin by itself. */
const KEYS_AFTER_MS = 700;

/** By keys: puppeteer's pointer misses frames of an extension in Firefox (2026-11, puppeteer 24), and a script's click is no user's. */
async function click(frame: Frame, selector: string): Promise<void> {
  const element = await frame.waitForSelector(selector, { timeout: 20_000 });
  await element?.focus();
  await new Promise((wait) => setTimeout(wait, KEYS_AFTER_MS));
  await element?.press('Enter');
}

async function openMargin(firefox: LaunchedFirefox, url: string): Promise<Frame> {
  const page = await firefox.page();
  await page.goto(url);
  const frame = await firefox.sidebarFrame(page);
  await frame.waitForSelector('h1, .rail', { timeout: 15_000 });
  await page.bringToFront(); // the welcome opens by itself, and keys go to what is in front
  await frame.waitForSelector('html[data-armed]', { timeout: 5_000 });
  return frame;
}

/** The margin's element is the document's last; its frame is in a closed shadow root. */
const hasMargin = (page: Page) =>
  page.evaluate(() => (document.documentElement.lastElementChild as HTMLElement).style.position === 'fixed');

test('Firefox: an unknown sender is added, the margin knows them, and a note survives a restart', async () => {
  test.setTimeout(120_000);
  const profileDir = mkdtempSync(join(tmpdir(), 'margin-firefox-'));
  const options = { extensionDir: ensureBuilt('firefox'), profileDir, grant: ['http://127.0.0.1/*'] };
  const mailbox = await startMailbox();
  let firefox = await launchFirefox(options);
  try {
    const first = await openMargin(firefox, mailbox.at('inbox', 'quote-request'));
    await click(first, '.rail');
    await click(first, 'form button[type=submit]');
    await (await first.waitForSelector('#note-text'))?.type('Wants 10,000 and 40,000');
    await click(first, '.note button[type=submit]:not([disabled])');
    await first.waitForFunction(() =>
      document.querySelector('.timeline, article')?.textContent?.includes('Wants 10,000'),
    );
    await firefox.close();

    firefox = await launchFirefox(options);
    const second = await openMargin(firefox, mailbox.at('inbox', 'quote-request'));
    await second.waitForFunction(() => document.querySelector('h1')?.textContent === 'Daniel Okafor');
    expect(await textIn(second)).toContain('Wants 10,000 and 40,000');
  } finally {
    await firefox.close();
    await mailbox.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
});

test('Firefox: a site is refused, allowed and given back in the browser’s own prompt, and read just as long', async () => {
  test.setTimeout(120_000);
  const profileDir = mkdtempSync(join(tmpdir(), 'margin-firefox-'));
  const mailbox = await startMailbox();
  const firefox = await launchFirefox({ extensionDir: ensureBuilt('firefox'), profileDir, grant: [] });
  try {
    const page = await firefox.page();
    await page.goto(mailbox.at('inbox', 'renewal'));
    const sites = await firefox.ownPage('dashboard.html#/sites');
    const ask = async (allow: boolean) => {
      await sites.bringToFront();
      await (await sites.waitForSelector('.inline-form input'))?.type(page.url());
      await (await sites.waitForSelector('.inline-form button[type=submit]'))?.click();
      await firefox.answer(allow);
    };
    await ask(false);
    await sites.waitForSelector('.toast');
    expect(await hasMargin(page)).toBe(false);
    await ask(true);
    const revoke = await sites.waitForSelector('.site-line > button');
    expect(await firefox.sidebarFrame(page)).toBeTruthy();
    expect(await hasMargin(page)).toBe(true);
    await revoke?.click();
    await expect.poll(() => hasMargin(page), { timeout: 10_000 }).toBe(false);
  } finally {
    await firefox.close();
    await mailbox.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** The browser's id of a tab, as the popup hands it to the window in which a page is taught. */
async function tabIdOf(firefox: LaunchedFirefox, url: string): Promise<number> {
  const own = await firefox.ownPage('dashboard.html#/sites');
  await own.waitForSelector('h1');
  type Tabs = { tabs: { query(all: object): Promise<Array<{ id: number; url: string }>> } };
  const all = await own.evaluate(() => (window as unknown as { browser: Tabs }).browser.tabs.query({}));
  return all.find((one) => one.url === url)?.id ?? Number.NaN;
}

/** Presses where a text of the page stands, as a person does who was asked to point at it. */
async function pointAt(page: Page, teaching: Page, text: string): Promise<void> {
  await teaching.waitForSelector('.teach-pointing');
  await page.bringToFront();
  const element = await page.waitForSelector(`::-p-text(${text})`);
  await element?.click();
  await teaching.bringToFront();
  await teaching.waitForFunction(
    (wanted) => document.querySelector('.teach-things')?.textContent?.includes(wanted),
    { timeout: 10_000 },
    text,
  );
}

test('Firefox: an unknown page is taught by pointing at it, and others like it are read so', async () => {
  test.setTimeout(120_000);
  const profileDir = mkdtempSync(join(tmpdir(), 'margin-firefox-'));
  const crm = await startCrm();
  const grant = ['http://127.0.0.1/*'];
  const firefox = await launchFirefox({ extensionDir: ensureBuilt('firefox'), profileDir, grant });
  try {
    const page = await firefox.page();
    await page.goto(crm.at('4711'));
    const tab = await tabIdOf(firefox, crm.at('4711'));
    const teaching = await firefox.ownPage(`teach.html?tab=${tab}`);
    await pointAt(page, teaching, 'oliver.grant@brightwater-foods.example');
    await (await teaching.waitForSelector('.teach-part > button'))?.click();
    await pointAt(page, teaching, 'Oliver Grant');
    await (await teaching.waitForSelector('.teach-foot button:not([disabled])'))?.click();
    await teaching.waitForSelector('.teach-done');

    const margin = await openMargin(firefox, crm.at('4712'));
    await click(margin, '.rail');
    await margin.waitForFunction(() => document.querySelector('h1')?.textContent === '周敏');
    expect(await textIn(margin)).toContain('zhou.min@hengxin-logistics.example');
  } finally {
    await firefox.close();
    await crm.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
});
