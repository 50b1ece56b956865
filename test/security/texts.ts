import 'fake-indexeddb/auto';
import 'temporal-polyfill/global';
import type { Frame, Page } from '@playwright/test';
import { VIEWS } from '../../components/dashboard/routes.ts';
import { newId } from '../../utils/id.ts';
import { newCustomer } from '../../utils/store/drafts.ts';
import { openStore } from '../../utils/store/index.ts';
import { type SampleData, sampleData } from '../../utils/store/sample-data.ts';
import { SPECS } from '../../utils/store/schema.ts';
import { csvText } from '../../utils/transfer/csv-write.ts';
import { openRail } from '../tools/browser.ts';
import type { Session } from '../tools/session.ts';
import { backupOf } from '../unit/store/backup/help.ts';
import { freeFields, poisoned } from '../unit/support/poison.ts';
import { LOOKED_FOR, more, XSS } from '../unit/support/xss.ts';
import type { Attack, Group } from './attack.ts';
import { Subject } from './mutant.ts';

/** Pages of ours that take a text for markup where it looks like some. */
const MARKUP = `
  const make = document.createTextNode.bind(document);
  document.createTextNode = (text) => {
    if (!String(text).includes('<')) return make(text);
    const box = document.createElement('span');
    box.innerHTML = text;
    return box;
  };`;
const tricks: string[] = [];

const subject = new Subject({ pages: MARKUP }, { sample: false }, async ({ browser: { context } }) => {
  tricks.length = 0;
  context.on('dialog', (dialog) => {
    tricks.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (/elsewhere\.example|onload/.test(request.url())) tricks.push(`a request for ${request.url()}`);
  });
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text()))
      tricks.push(`held by the policy alone: ${message.text()}`);
  });
});

const RUNS = 3;
const address = (at: number) => `x${at}@tricks.example`;

function rottenRows(from: number): SampleData {
  const tables = Object.entries(sampleData(Date.now(), 'UTC')).map(([name, rows]) => {
    const free = new Set(freeFields(SPECS[name as keyof SampleData].schema));
    return [name, poisoned(rows, from, free)];
  });
  return Object.fromEntries(tables) as SampleData;
}

/** Every table of the sample with the corpus in every field that takes any text; one known address each, to be met in a page. */
async function rotten(): Promise<{ file: Buffer; ids: string[] }> {
  const store = await openStore({ name: newId() });
  const ids: string[] = [];
  for (let run = 0; run < RUNS; run++) {
    const rows = rottenRows(run * 9);
    rows.customers = rows.customers.map((row) => ({
      ...row,
      emails: [...row.emails, address(ids.length + ids.push(row.id) - 1)],
    }));
    const source = { kind: 'sidebar', url: XSS[run + 4] ?? '' } as const;
    await store.addMany({ id: newId(), what: 'customers-imported', source, rows });
    const named = XSS.map((name) => newCustomer({ name, tags: [name] }));
    await store.addMany({ id: newId(), what: 'customer-added', source, rows: { customers: named } });
  }
  const file = Buffer.from(await (await backupOf(store)).arrayBuffer());
  store.close();
  return { file, ids };
}

/** What a part of a page is besides text, and its text. */
async function look(where: Page | Frame, seen: string[]): Promise<string[]> {
  await where.locator('#app > *').first().waitFor();
  await where.waitForTimeout(300);
  const root = where.locator('#app');
  seen.push(await root.innerText());
  return root.evaluate(more, LOOKED_FOR);
}

/** Presses of a user who brings in a backup from somewhere, and a table, and a site file. */
async function bringIn(session: Session, file: Buffer, seen: string[]): Promise<string[]> {
  const { text } = session;
  const page = await session.ownPage('dashboard.html#/settings');
  await page
    .locator('.data-restore input[type=file]')
    .setInputFiles({ name: `${XSS[1]}.gz`, mimeType: 'application/gzip', buffer: file });
  await page.getByRole('button', { name: text('data_merge'), exact: true }).waitFor({ timeout: 30_000 });
  const found = await look(page, seen);
  if (found.length > 0) return found;
  await page.getByRole('button', { name: text('data_merge'), exact: true }).click();
  await page.getByText(text('data_merged')).waitFor({ timeout: 60_000 });

  await page.goto(session.browser.url('dashboard.html#/import'));
  const headers = [
    'name',
    'alias',
    'company',
    'contact',
    'title',
    'email',
    'address',
    'tags',
    'owner',
    'note',
    XSS[0] ?? '',
  ];
  const rows = XSS.map((_, at) =>
    headers.map((name, column) =>
      name === 'email' && at % 3 > 0 ? address(900 + at) : (XSS[(at + column) % XSS.length] ?? ''),
    ),
  );
  const table = Buffer.from(csvText(headers, rows));
  await page.setInputFiles('input[type=file]', {
    name: `${XSS[2]}.csv`,
    mimeType: 'text/csv',
    buffer: table,
  });
  await page.locator('.import-counts').waitFor({ timeout: 30_000 });
  found.push(...(await look(page, seen)));
  await page.getByRole('button', { name: text('import_start'), exact: true }).click();
  await page.locator('dl.facts').waitFor({ timeout: 60_000 });
  found.push(...(await look(page, seen)));

  await page.goto(session.browser.url('dashboard.html#/sites'));
  const target = { kind: 'email', anchors: [{ by: 'label', label: XSS[3], skip: 1 }] };
  const site = {
    id: 'own-tricks',
    label: XSS[3],
    matches: ['https://tricks.example/*'],
    targets: [target],
    verified: '2026-11-22',
    examples: [],
  };
  await page
    .locator('.site-list ~ div input[type=file], section[aria-labelledby=own-sites] input[type=file]')
    .first()
    .setInputFiles({
      name: 'site.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ version: 1, site })),
    });
  await page.getByText(text('sites_imported', { NAME: XSS[3] ?? '' })).waitFor();
  found.push(...(await look(page, seen)));
  await page.close();
  return found;
}

/** Every view of the full tab, some records, the popup. */
async function visit(session: Session, ids: readonly string[], seen: string[]): Promise<string[]> {
  const found: string[] = [];
  const page = await session.ownPage('dashboard.html');
  const views = [
    ...VIEWS,
    ...['whale', 'mix', 'losing'].map((report) => `reports/${report}`),
    ...ids.map((id) => `customers/${id}`),
  ];
  for (const view of views) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${view}`);
    for (const what of await look(page, seen)) found.push(`${view}: ${what}`);
  }
  await page.goto(session.browser.url('popup.html'));
  found.push(...(await look(page, seen)));
  await page.close();
  return found;
}

/** A mail of each kind: from somebody known, from somebody unknown; all in it is a trick. */
async function meet(session: Session, seen: string[]): Promise<string[]> {
  const { page, mailbox } = session;
  const found: string[] = [];
  const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
  let shown = '';
  await page.route('**/tricks', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown }),
  );
  for (const [at, trick] of XSS.entries()) {
    const from = at % 2 === 0 ? address(at) : `stranger${at}@tricks.example`;
    shown = `<!doctype html><title>${escaped(trick)}</title><link rel="icon" href="data:,"><main><article><header><h1>${escaped(trick)}</h1>
      <div><b>${escaped(trick)}</b> <span title="${escaped(trick)}">&lt;${from}&gt;</span></div></header><p>${escaped(trick)}</p></article></main>`;
    await page.goto(`${mailbox.origin}/tricks`);
    const margin = await session.margin();
    await openRail(margin);
    found.push(...(await look(margin, seen)));
    if (found.length > 0) break;
  }
  return found;
}

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** All of them, and each as it is somewhere: what is not shown was not tried. */
function judged(found: string[], seen: string[]): string | null {
  const all = bare(seen.join('\n'));
  const unseen = XSS.filter((text) => !all.includes(bare(text)));
  const [got] = [...found, ...tricks];
  if (!got && unseen.length > 0) throw new Error(`nowhere shown as it is: ${unseen[0]}`);
  return got ?? null;
}

const brought: Attack = {
  name: 'scripts and markup in every text of a backup, a table, a site file',
  attempt: async (defended) => {
    const session = await subject.session(defended);
    const { file, ids } = await rotten();
    const seen: string[] = [];
    const found = await bringIn(session, file, seen);
    if (found.length === 0) found.push(...(await visit(session, ids.slice(0, 6), seen)));
    return judged(found, seen);
  },
};

const met: Attack = {
  name: 'scripts and markup in every text of a page',
  attempt: async (defended) => {
    const seen: string[] = [];
    return judged(await meet(await subject.session(defended), seen), seen);
  },
};

export const texts: Group = {
  name: 'Texts that are more than text',
  short: false,
  attacks: [brought, met],
  close: subject.close,
};
