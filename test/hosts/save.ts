import { chromium } from '@playwright/test';
import { findBrowser } from '../tools/find-browser';
import { hosts } from './hosts';
import { up } from './lib/host';
import { saveRoundcube } from './save/roundcube';
import { saveRt } from './save/rt';
import { saveTryton } from './save/tryton';

/**
 * `npm run hosts:save [NAME…]`: saves the pages of the real applications to test/pages, for the detector's tests.
 * Exit code 1 where a page has no expectation yet: write it in cases.json, from what the seed says.
 */
const wanted = process.argv.slice(2);
const chosen = hosts.filter((host) => wanted.length === 0 || wanted.includes(host.name));
for (const host of chosen) await up(host);

const browser = await chromium.launch({
  executablePath: findBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
});
const missing: string[] = [];
try {
  for (const host of chosen) {
    const newPage = async (locale: string) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale,
        timezoneId: 'UTC',
      });
      context.setDefaultTimeout(15_000);
      await context.addInitScript('globalThis.__name = (f) => f'); // tsx names functions by a helper that pages lack
      return context.newPage();
    };
    const page = await newPage('en-US');
    if (host.name === 'roundcube') missing.push(...(await saveRoundcube(page)));
    if (host.name === 'rt') missing.push(...(await saveRt(page, await newPage('zh-CN'))));
    if (host.name === 'tryton') missing.push(...(await saveTryton(page)));
    console.log(`${host.name} saved`);
  }
} finally {
  await browser.close();
}
if (missing.length > 0) {
  console.error(`no expectation yet: ${missing.join(', ')}`);
  process.exitCode = 1;
}
