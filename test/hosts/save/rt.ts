import type { Page } from '@playwright/test';
import { signInRt } from '../lib/sign-in';
import { rt, ticketIds } from '../rt/host';
import { gu, zhou } from '../seed/people';
import { tickets } from '../seed/tickets';
import { PageWriter } from './writer';

const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const IN_CHINESE = ['plain-zh', 'cc-customers', 'thread'];

async function saveTickets(page: Page, writer: PageWriter, keys: string[], prefix: string): Promise<void> {
  const ids = ticketIds();
  for (const key of keys) {
    await page.goto(`${rt.url}Ticket/Display.html?id=${ids.get(key)}`);
    await page.locator('.transaction').first().waitFor();
    await page.waitForLoadState('networkidle');
    await writer.save(`${prefix}ticket-${key}`, page);
  }
}

/** The other pages on which RT shows people. */
async function saveOthers(page: Page, writer: PageWriter): Promise<void> {
  const ids = ticketIds();
  const at = (key: string): number => ids.get(key) ?? 0;
  const pages: Array<[string, string]> = [
    ['home', ''],
    ['list-search', "Search/Results.html?Query=Queue='Orders'&Rows=50&Order=ASC&OrderBy=id"],
    ['history-thread', `Ticket/History.html?id=${at('thread')}`],
    ['reply-plain-en', `Ticket/Update.html?Action=Respond&id=${at('plain-en')}`],
    ['people-cc-customers', `Ticket/ModifyPeople.html?id=${at('cc-customers')}`],
  ];
  for (const [name, path] of pages) {
    await page.goto(`${rt.url}${path}`);
    await page.waitForLoadState('networkidle');
    await writer.save(name, page);
  }
  await page.goto(`${rt.url}Ticket/Display.html?id=${at('plain-zh')}`);
  await page.locator('.requestors .current-value a').filter({ hasText: gu.address }).first().click();
  await page.waitForLoadState('networkidle');
  await writer.save('user-summary', page);
}

/** Every kind of page that Request Tracker shows a customer on. */
export async function saveRt(page: Page, chinese: Page): Promise<string[]> {
  const writer = new PageWriter(
    'rt',
    { real: new URL(rt.url).origin, saved: 'https://desk.lanting.example' },
    [
      [/127\.0\.0\.1:\d+/g, 'desk.lanting.example'],
      [/CSRF_Token=[0-9a-f]+/g, 'CSRF_Token=token'],
      [
        new RegExp(`${WEEKDAY} [A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d \\d{4}`, 'g'),
        'Mon Sep 22 09:00:00 2025',
      ],
      [/\d+ (?:second|minute|hour)s? ago/g, '3 hours ago'],
      [/\d+ *(?:秒|分钟|分|小时) *前/g, '3小时前'],
      [/(ContentType="?[^"]*"?|Token" value=")[0-9a-f]{16,}/g, '$1token'],
    ],
  );
  await signInRt(page);
  await saveTickets(
    page,
    writer,
    tickets.map((each) => each.key),
    '',
  );
  await saveOthers(page, writer);
  await signInRt(chinese);
  await saveTickets(chinese, writer, IN_CHINESE, 'zh-');
  return writer.finish([zhou.address, 'help@lanting.example']);
}
