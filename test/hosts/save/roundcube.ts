import type { Frame, Page } from '@playwright/test';
import { signInRoundcube } from '../lib/sign-in';
import { roundcube } from '../roundcube/host';
import { mail, mails } from '../seed/mails';
import { zhou } from '../seed/people';
import { PageWriter } from './writer';

const url = (query: string): string => `${roundcube.url}?_task=mail&${query}`;

/** The time of a mail as the list shows it (UTC); unique in the sample. */
const shownTime = (id: string): string => new Date(mail(id).at).toISOString().slice(0, 16).replace('T', ' ');

const row = (page: Page, id: string) =>
  page.locator('#messagelist tr.message').filter({ hasText: shownTime(id) });

async function uidOf(page: Page, id: string): Promise<string> {
  const href = await row(page, id).locator('a[href*=_uid]').first().getAttribute('href');
  const uid = /_uid=(\d+)/.exec(href ?? '')?.[1];
  if (!uid) throw new Error(`no row for ${id}`);
  return uid;
}

/** Clicks the row and waits until the preview frame shows that mail. */
async function preview(page: Page, id: string): Promise<Frame> {
  const uid = await uidOf(page, id);
  await row(page, id).locator('.fromto').click();
  const shows = (frame: Frame): boolean => frame.url().includes(`_uid=${uid}&`);
  for (let i = 0; i < 100 && !page.frames().some(shows); i++) await page.waitForTimeout(50);
  const frame = page.frames().find(shows);
  if (!frame) throw new Error(`no preview of ${id}`);
  await frame.locator('#messagebody, #message-content').first().waitFor();
  await frame.waitForLoadState('load');
  return frame;
}

const inbox = mails.filter((each) => each.folder !== 'Sent').map((each) => each.id);
const sent = mails.filter((each) => each.folder === 'Sent').map((each) => each.id);
const PREVIEWED = [
  'plain-zh',
  'plain-en',
  'thread-4',
  'own-in-inbox',
  'cc-customers',
  'forward-zh',
  'forward-en',
  'forward-attached',
  'html-signature',
  'newsletter-open',
  'name-is-address',
  'forged-header',
  'no-name',
  'unknown',
];
const IN_CHINESE = ['plain-zh', 'forward-zh', 'cc-customers'];

async function open(
  page: Page,
  writer: PageWriter,
  folder: string,
  name: string,
  uid: string,
): Promise<void> {
  await page.goto(url(`_mbox=${folder}&_uid=${uid}&_action=show`));
  await page.locator('#messagebody').first().waitFor();
  await writer.save(name, page);
}

async function list(page: Page, folder: string): Promise<void> {
  await page.goto(url(`_mbox=${folder}`));
  await page.locator('#messagelist tr.message').first().waitFor();
}

async function useLanguage(page: Page, code: string): Promise<void> {
  await page.goto(`${roundcube.url}?_task=settings&_action=edit-prefs&_section=general`);
  await page.locator('select[name=_language]').selectOption(code);
  const saved = page.waitForEvent('load'); // the page is made for a frame: alone, it shows no button
  await page
    .locator('form')
    .first()
    .evaluate((form: HTMLFormElement) => form.submit());
  await saved;
  await page.waitForLoadState('networkidle');
}

/** Every kind of page that Roundcube shows somebody's mail on. */
export async function saveRoundcube(page: Page): Promise<string[]> {
  const writer = new PageWriter(
    'roundcube',
    { real: new URL(roundcube.url).origin, saved: 'https://mail.lanting.example' },
    [
      [/(_token=|_token" value=")[^"&]*/g, '$1token'],
      [/&_caps=[^&"]*|_caps=[^&"]*&/g, ''],
      [/\?s=\d+/g, ''],
    ],
  );
  await signInRoundcube(page);
  await useLanguage(page, 'en_US');
  await list(page, 'INBOX');
  await writer.save('list-inbox', page);
  for (const id of PREVIEWED) {
    const frame = await preview(page, id);
    await writer.save(`preview-${id}`, frame);
    if (id === 'plain-en' || id === 'forged-header') await writer.save(`list-beside-${id}`, page);
  }
  const uids = new Map<string, string>();
  for (const id of inbox) uids.set(id, await uidOf(page, id));
  for (const [id, uid] of uids) await open(page, writer, 'INBOX', `show-${id}`, uid);
  await list(page, 'Sent');
  await writer.save('list-sent', page);
  const sentUids = new Map<string, string>();
  for (const id of sent) sentUids.set(id, await uidOf(page, id));
  for (const [id, uid] of sentUids) await open(page, writer, 'Sent', `show-${id}`, uid);
  await page.goto(url(`_action=compose&_reply_uid=${uids.get('plain-en')}&_mbox=INBOX`));
  await page.locator('#composebody').waitFor();
  await writer.save('compose-reply', page);
  await page.goto(`${roundcube.url}?_task=settings`);
  await writer.save('settings', page);
  await useLanguage(page, 'zh_CN');
  await list(page, 'INBOX');
  await writer.save('zh-list-inbox', page);
  for (const id of IN_CHINESE) await open(page, writer, 'INBOX', `zh-show-${id}`, uids.get(id) ?? '');
  await useLanguage(page, 'en_US');
  return writer.finish([zhou.address]);
}
