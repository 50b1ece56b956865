import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import preact from '@preact/preset-vite';
import { createServer } from 'vite';

/**
 * Pictures of every state of the sidebar: `tsx test/components/gallery/shots.ts DIR [STATE…]`.
 * Each at 320, 360 and 500 px, light and dark, in the three languages where `--all` is given; else 360 px light English.
 */
const [dir = 'shots', ...rest] = process.argv.slice(2);
const all = rest.includes('--all');
const wanted = rest.filter((arg) => !arg.startsWith('--'));
const browserPath = process.env.CHROME_PATH ?? '/usr/bin/chromium';

mkdirSync(dir, { recursive: true });
const server = await createServer({
  root: new URL('../../..', import.meta.url).pathname,
  configFile: false,
  plugins: [preact()],
  resolve: { alias: { '@': new URL('../../..', import.meta.url).pathname } },
  optimizeDeps: { entries: ['test/components/gallery/index.html'] },
  server: { port: 0, host: '127.0.0.1' },
  logLevel: 'error',
});
await server.listen();
const [address] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch({ executablePath: browserPath, chromiumSandbox: false });
try {
  const page = await browser.newPage({ viewport: { width: 360, height: 720 } });
  page.on('pageerror', (error) => console.error(error));
  for (const state of wanted) {
    for (const width of all ? [320, 360, 500] : [360]) {
      for (const theme of all ? ['light', 'dark'] : ['light']) {
        for (const lang of all ? ['en', 'zh_CN', 'zh_TW'] : ['en']) {
          await page.setViewportSize({ width: state === 'rail' ? 44 : width, height: 720 });
          await page.goto(
            `${address}test/components/gallery/index.html?state=${state}&lang=${lang}&theme=${theme}`,
          );
          await page.locator('#app > *').first().waitFor();
          await page.screenshot({ path: `${dir}/${state}-${width}-${theme}-${lang}.png` });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          if (wide) console.error(`${state} ${width} ${lang}: wider than the frame`);
        }
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
