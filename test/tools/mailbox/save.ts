import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../find-browser.ts';
import { type SampleMailbox, startMailbox } from './server.ts';

/** The sample mailbox's pages as example pages for the detector (test/pages/mailbox): file, folder, mail. */
const ENGLISH = [
  ['list-inbox', 'inbox'],
  ['list-sent', 'sent'],
  ['plain-en', 'inbox', 'renewal'],
  ['forward-colleague', 'inbox', 'damaged-pallets'],
  ['cc-row', 'inbox', 'samples-joint'],
  ['newsletter', 'inbox', 'fair-news'],
  ['signature-address', 'inbox', 'quote-request'],
  ['sent-en', 'sent', 'sent-oliver'],
  ['sent-zh', 'sent', 'sent-ceramics'],
] as const;
const CHINESE = [
  ['zh-plain', 'inbox', 'delivery-q4'],
  ['zh-one', 'inbox', 'tea-box'],
  ['zh-forward-colleague', 'inbox', 'damaged-pallets'],
  ['zh-sent', 'sent', 'sent-ceramics'],
] as const;

const FOLDER = resolve(import.meta.dirname, '../../pages/mailbox');

/** The page as drawn, without its script and with its styles inside. */
async function drawn(page: Page, css: string): Promise<string> {
  const html = await page.content();
  return html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>\n${css}</style>`);
}

async function saveAll(mailbox: SampleMailbox): Promise<void> {
  const css = await (await fetch(`${mailbox.origin}/mailbox.css`)).text();
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  for (const [locale, pages] of [['en-US', ENGLISH] as const, ['zh-CN', CHINESE] as const]) {
    const page = await browser.newPage({ locale, viewport: { width: 1366, height: 900 } });
    for (const [name, folder, id] of pages) {
      await page.goto(mailbox.at(folder, id));
      await page
        .locator(id ? 'article.mail' : '.row')
        .first()
        .waitFor();
      writeFileSync(join(FOLDER, `${name}.html`), `${(await drawn(page, css)).trim()}\n`);
    }
  }
  await browser.close();
}

mkdirSync(FOLDER, { recursive: true });
const mailbox = await startMailbox();
await saveAll(mailbox).finally(() => mailbox.close());
