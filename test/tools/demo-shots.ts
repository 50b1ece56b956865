import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { REPORTS } from '../../components/dashboard/reports/report.ts';
import { waitForTitle, whatItSees } from './sees.ts';
import { type Session, startSession } from './session.ts';

type Shot = (name: string, page?: Page) => Promise<void>;

/** Lets fonts and transitions settle; pictures are of the page at rest. */
const SETTLE_MS = 450;

const camera =
  (session: Session, dir: string, suffix: string): Shot =>
  async (name, page = session.page) => {
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: join(dir, `${name}-${suffix}.png`) });
  };

async function mails(session: Session, shot: Shot): Promise<void> {
  await session.open('inbox', 'renewal');
  await waitForTitle(await session.margin(), 'Brightwater Foods');
  console.log(await whatItSees(session, 'Oliver Grant’s mail'));
  await shot('mail-high-risk');
  await session.choose('delivery-q4');
  await waitForTitle(await session.margin(), '恒信物流有限公司');
  console.log(await whatItSees(session, '周敏’s mail'));
  await shot('mail-core');
  await session.choose('second-season');
  await waitForTitle(await session.margin(), 'Atelier Dubois');
  console.log(await whatItSees(session, 'Claire Dubois’s mail'));
}

async function others(session: Session, shot: Shot): Promise<void> {
  await session.choose('quote-request');
  await session.page.waitForTimeout(SETTLE_MS);
  console.log('sees an unknown sender: stays a rail until it is opened');
  await shot('unknown-rail');
  const frame = await session.margin();
  await frame.locator('.rail').click();
  await waitForTitle(frame, 'Daniel Okafor');
  console.log(`sees Daniel Okafor: ${session.text('unknownTitle')}`);
  await shot('unknown');
  await session.open('inbox');
  const list = await session.margin();
  await waitForTitle(list, session.text('listTitle'));
  console.log(`sees the list: ${await list.locator('.choice').count()} customers in view`);
  await shot('list');
}

async function rail(session: Session, shot: Shot): Promise<void> {
  await session.open('inbox', 'tea-box');
  const frame = await session.margin();
  await waitForTitle(frame, '云岭茶业');
  await frame.getByRole('button', { name: session.text('collapse') }).click();
  await frame.locator('.rail').waitFor();
  console.log('sees the rail: the margin collapsed on 何婉清’s mail');
  await shot('rail');
}

async function popup(session: Session, shot: Shot): Promise<void> {
  await session.open('inbox', 'renewal');
  await waitForTitle(await session.margin(), 'Brightwater Foods');
  const worker = await session.browser.worker();
  const tabs = await worker.evaluate(() => chrome.tabs.query({}));
  const tab = tabs.find(({ url }) => url === session.page.url());
  const page = await session.ownPage(`popup.html?tab=${tab?.id}`);
  await page.setViewportSize({ width: 420, height: 640 });
  await page.getByText('Brightwater Foods').first().waitFor();
  console.log('sees the popup: a note about this page, and what is due');
  await shot('popup', page);
  await page.close();
}

async function dashboard(session: Session, shot: Shot): Promise<void> {
  for (const view of ['customers', 'due', 'history', 'settings']) {
    const page = await session.ownPage(`dashboard.html#/${view}`);
    await page.locator('h1').first().waitFor();
    if (view === 'customers') await page.getByText('Brightwater Foods').first().waitFor();
    console.log(`sees the dashboard: ${((await page.locator('h1').first().textContent()) ?? '').trim()}`);
    await shot(`dashboard-${view}`, page);
    await page.close();
  }
}

/** The customer of five years and four referrals: 12,800 in all. */
const WORKED = {
  'en-US': { mail: 'pro-seats', name: 'Nadia Okafor' },
  'zh-CN': { mail: 'pro-seats-zh', name: '沈秋白' },
} as const;

async function worth(
  session: Session,
  shot: Shot,
  { mail, name }: (typeof WORKED)['en-US' | 'zh-CN'],
): Promise<void> {
  await session.page.setViewportSize({ width: 1280, height: 1000 });
  await session.open('inbox', mail);
  const frame = await session.margin();
  await waitForTitle(frame, name);
  await frame.locator('.worth-years').waitFor();
  console.log(await whatItSees(session, `${name}’s mail, the worked example`));
  await shot('worth-card');
  await frame.locator('.worth-years').click();
  await frame.getByRole('dialog').first().waitFor();
  await shot('worth-years');
  await session.page.keyboard.press('Escape');
  await frame.locator('#tab-worth').click();
  await frame.locator('.referral-sum').scrollIntoViewIfNeeded();
  await shot('worth-referrals');
}

/** Who is about to leave, by two customers: one whose mail is in English, one in Chinese. Both buy more, of which less is here. */
const LEAVING = {
  'en-US': { mail: 'renewal', name: 'Brightwater Foods' },
  'zh-CN': { mail: 'grain-balance', name: '金穗粮油股份有限公司' },
} as const;

async function leaving(
  session: Session,
  shot: Shot,
  { mail, name }: (typeof LEAVING)['en-US' | 'zh-CN'],
): Promise<void> {
  await session.page.setViewportSize({ width: 1280, height: 1000 });
  await session.open('inbox', mail);
  const frame = await session.margin();
  await waitForTitle(frame, name);
  const risk = frame.getByRole('region', { name: session.text('risk') });
  const evidence = await risk.locator('.evidence li > span:first-child').allTextContents();
  console.log(`sees why ${name} may leave: ${evidence.join(' | ')}`);
  await shot('leaving-evidence');
  await frame.locator('#leaving-reason').click();
  await risk.getByRole('form').waitFor();
  await shot('leaving-reason');
  await frame.locator('#leaving-more').click();
  await risk.getByRole('menuitem', { name: session.text('retention_plan') }).click();
  await shot('leaving-plan');
  const page = await session.ownPage('dashboard.html#/customers');
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.getByText(name).first().click();
  await page.locator('.staying').scrollIntoViewIfNeeded();
  await shot('leaving-record', page);
  for (const part of ['risks', 'plans', 'guard', 'analysis', 'reasons']) {
    await page.evaluate((at) => {
      location.hash = `#/retention/${at}`;
    }, part);
    await page
      .getByRole('navigation')
      .getByText(session.text(`retention_tab_${part}`))
      .first()
      .waitFor();
    console.log(`sees the dashboard: ${session.text(`retention_tab_${part}`)}`);
    await shot(`leaving-${part}`, page);
  }
  await page.close();
}

async function reports(session: Session, shot: Shot): Promise<void> {
  for (const report of REPORTS) {
    const page = await session.ownPage(`dashboard.html#/reports/${report}`);
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.locator('.report-table').first().waitFor();
    console.log(`sees the report: ${((await page.locator('#report-title').textContent()) ?? '').trim()}`);
    await shot(`report-${report}`, page);
    await page.close();
  }
}

const LOOKS = [
  { suffix: 'en-light', locale: 'en-US', colorScheme: 'light' },
  { suffix: 'zh-dark', locale: 'zh-CN', colorScheme: 'dark', currency: 'CNY' },
] as const;

/** The whole demo without a window: everything is opened, looked at, told in one line, and photographed. */
export async function shoot(shots: string | null): Promise<void> {
  const dir = shots ? resolve(shots) : mkdtempSync(join(tmpdir(), 'margin-shots-'));
  mkdirSync(dir, { recursive: true });
  for (const { suffix, ...look } of LOOKS) {
    const session = await startSession({ headless: true, ...look });
    try {
      const shot = camera(session, dir, suffix);
      for (const part of [mails, others, rail, popup, dashboard, reports]) await part(session, shot);
      await worth(session, shot, WORKED[look.locale]);
      await leaving(session, shot, LEAVING[look.locale]);
    } finally {
      await session.close();
    }
  }
  console.log(`Pictures are in ${dir}`);
}
