import { readdirSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import { type Launched, launchWithExtension, sidebarFrame } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { ME } from './mailbox/mail.ts';
import { type SampleMailbox, startMailbox } from './mailbox/server.ts';
import { copyOfProfile, removeProfile } from './prepared.ts';
import { type ReadLocale, textsOf } from './texts.ts';

export interface SessionOptions {
  headless: boolean;
  locale?: 'en-US' | 'zh-CN' | 'zh-TW';
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number } | null;
  profileDir?: string;
  timezone?: string;
  /** ISO 4217: what the reader counts in; default as the product has it. */
  currency?: string;
  /** Default true: the sample customers are loaded, as a user does in the settings. */
  sample?: boolean;
  /** A profile of its own from the start, not a copy of the prepared one, in which what is due was announced. */
  fresh?: boolean;
  /** Default: the built extension, as it is. */
  extensionDir?: string;
  /** More switches of the browser. */
  args?: readonly string[];
  /** Default: loopback, where the sample mailbox is. */
  grant?: readonly string[];
}

/** The sample mailbox open in a browser that has Margin, its site allowed, and the sample customers in it. */
export interface Session {
  browser: Launched;
  mailbox: SampleMailbox;
  /** The tab of the mailbox. */
  page: Page;
  /** The product's words in the session's language. */
  text: ReturnType<typeof textsOf>;
  /** Opens a mail by its address, as a load. */
  open(folder: 'inbox' | 'sent', id?: string): Promise<void>;
  /** Opens a mail from the list, as a click does, without a load. */
  choose(id: string): Promise<void>;
  /** The margin in the page, waited for. */
  margin(): Promise<Frame>;
  /** A page of the extension in a tab of its own. */
  ownPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** What Anna would set: her own address and her firm's domain, so that a colleague is not taken for a customer. */
async function setOwn(browser: Launched, currency: string | undefined): Promise<void> {
  const worker = await browser.worker();
  const own = {
    ownAddresses: [ME.address],
    ownDomains: [ME.address.split('@')[1]],
    ...(currency && { currency }),
  };
  await worker.evaluate(async (given) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object | undefined), ...given } });
  }, own);
}

/** Presses "Load sample data" in the settings and waits until it is done. */
export async function loadSample(browser: Launched, text: Session['text']): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.url('dashboard.html#/settings'));
  await page.getByRole('button', { name: text('settings_sampleLoad') }).click();
  const remove = page.getByRole('button', { name: text('settings_sampleRemove') });
  await remove.and(page.locator(':enabled')).waitFor({ timeout: 20_000 });
  await page.close();
}

/** Closes the welcome tab, which opens by itself at the first start. */
async function closeWelcome(browser: Launched, keep: Page): Promise<void> {
  const others = () => browser.context.pages().filter((page) => page !== keep);
  const until = Date.now() + 3_000;
  while (Date.now() < until && !others().some((page) => page.url().includes('dashboard.html')))
    await keep.waitForTimeout(50);
  for (const page of others()) await page.close();
}

/** A page that is loaded before the browser knows of the content script is not read. */
async function untilRegistered(browser: Launched): Promise<void> {
  const worker = await browser.worker();
  const count = () =>
    worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  const until = Date.now() + 5_000;
  while ((await count()) === 0) {
    if (Date.now() > until) throw new Error('no content script is registered');
    await new Promise((wait) => setTimeout(wait, 20));
  }
}

/** What a new user does first: closes the welcome, says who they are, loads the sample customers. */
async function furnish(
  browser: Launched,
  page: Page,
  text: Session['text'],
  { isNew, sample, currency }: { isNew: boolean; sample: boolean; currency: string | undefined },
): Promise<void> {
  if (isNew) await closeWelcome(browser, page);
  await setOwn(browser, currency);
  if (sample) await loadSample(browser, text);
}

export async function startSession(options: SessionOptions): Promise<Session> {
  const locale = options.locale ?? 'en-US';
  const text = textsOf(
    ({ 'en-US': 'en', 'zh-CN': 'zh_CN', 'zh-TW': 'zh_TW' } as const)[locale] satisfies ReadLocale,
  );
  const mailbox = await startMailbox();
  const {
    sample = true,
    fresh = false,
    grant,
    currency,
    extensionDir = ensureBuilt('chrome'),
    ...rest
  } = options;
  // The sample customers are in the words of the language that was chosen, and dated by the zone.
  const asPrepared =
    sample &&
    !fresh &&
    !options.extensionDir &&
    !currency &&
    locale === 'en-US' &&
    !options.profileDir &&
    !options.timezone;
  const copy = asPrepared ? copyOfProfile() : null;
  const isNew = !options.profileDir || readdirSync(options.profileDir).length === 0;
  const browser = await launchWithExtension({
    grant: ['http://127.0.0.1/*'],
    ...rest,
    ...(grant ? { grant } : {}),
    ...(copy ? { profileDir: copy } : {}),
    extensionDir,
    locale,
  });
  const close = async () => {
    await browser.close();
    await mailbox.close();
    if (copy) removeProfile(copy);
  };
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    if (!copy) await furnish(browser, page, text, { isNew, sample, currency });
    if (grant?.length !== 0) await untilRegistered(browser);
    return {
      browser,
      mailbox,
      page,
      text,
      open: async (folder, id) => {
        await page.goto(mailbox.at(folder, id));
        await page
          .locator(id ? 'article.mail' : '.row')
          .first()
          .waitFor();
      },
      choose: async (id) => {
        await page.locator(`.row[href$="/${id}"]`).click();
        await page.waitForURL(`**/${id}`);
      },
      margin: () => sidebarFrame(page),
      ownPage: async (path) => {
        const own = await browser.context.newPage();
        await own.goto(browser.url(path));
        return own;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
