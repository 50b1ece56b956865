import { chromium } from '@playwright/test';
import preact from '@preact/preset-vite';
import { createServer } from 'vite';
const [dir, ...wanted] = process.argv.slice(2);
const server = await createServer({ root: '/work/wt/worth', configFile: false, plugins: [preact()], resolve: { alias: { '@': '/work/wt/worth' } }, optimizeDeps: { entries: ['test/components/gallery/index.html'] }, server: { port: 0, host: '127.0.0.1' }, logLevel: 'error', cacheDir: '/tmp/worth/vite' });
await server.listen();
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });
const page = await browser.newPage();
page.on('pageerror', (e) => console.error(String(e)));
for (const w of wanted) {
  const [state, width, theme, lang, click] = w.split(',');
  await page.setViewportSize({ width: Number(width), height: Number(width) > 600 ? 900 : 720 });
  await page.goto(`${address}test/components/gallery/index.html?state=${state}&lang=${lang}&theme=${theme}`);
  await page.locator('#app > *').first().waitFor({ timeout: 60000 });
  await page.waitForTimeout(400);
  if (click) { for (const c of click.split('>>')) { if (c.startsWith('type:')) await page.keyboard.type(c.slice(5)); else if (c.startsWith('scroll:')) await page.locator(c.slice(7)).first().scrollIntoViewIfNeeded(); else await page.locator(c).first().click(); await page.waitForTimeout(500); } }
  await page.screenshot({ path: `${dir}/${state}-${width}-${theme}-${lang}${click ? '-c' + click.replace(/\W+/g, '').slice(0, 12) : ''}.png` });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) console.error(w, 'wider than frame');
}
await browser.close(); await server.close();
