import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { build } from 'esbuild';
import { ROOT } from '../tools/build.ts';
import { findBrowser } from '../tools/find-browser.ts';

/** Whether the detector is brought into a page: asked in a real browser, whose searches the question is made of. */
let browser: Browser;
let page: Page;
test.beforeAll(async () => {
  const made = await build({
    stdin: {
      contents: `import { hasSign } from './utils/detect/sign'; globalThis.sign = () => hasSign(document);`,
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  page = await browser.newPage();
  await page.addInitScript(made.outputFiles[0]?.text ?? '');
  await page.goto('about:blank');
});
test.afterAll(() => browser.close());

async function signIn(html: string): Promise<boolean> {
  await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  return page.evaluate(() => (globalThis as unknown as { sign(): boolean }).sign());
}

const NOBODY: Record<string, string> = {
  'an empty page': '',
  'text alone': '<h1>The harbour</h1><p>Tides of 2026, 12 ferries.</p>',
  'numbers in neighbouring cells': '<table><tr><td>1204</td><td>3377</td><td>9911</td></tr></table>',
  'numbers and addresses in a script': '<p>Hello</p><script>const id = 16899231177; "a@b.example"</script>',
  'empty fields': '<form><input><textarea></textarea></form>',
  'a custom element without a shadow': '<x-card>Hello</x-card>',
};
const SOMEBODY: Record<string, string> = {
  'an address in the text': '<p>Ann Lee, ann@shop.example</p>',
  'an address behind a script': '<script>"a@b.example"</script><p>ann@shop.example</p>',
  'a wide at-sign': '<p>ann＠shop.example</p>',
  'a phone': '<p>Call +44 20 7946 0012</p>',
  'an address in the title': '<title>Inbox - me@firm.example</title><p>Hello</p>',
  'a mail link': '<a href="mailto:ann%40shop.example">Ann</a>',
  'an address in an attribute': '<span email="ann@shop.example">Ann</span>',
  'a filled field': '<input value="ann@shop.example">',
  'an open shadow root': '<x-card><template shadowrootmode="open">ann@shop.example</template></x-card>',
  'structured data': '<script type="application/ld+json">{}</script>',
  'more than is looked through': '<p>Hello</p>'.repeat(5_001),
  'a page that shadows what is asked': '<img name="title"><img name="evaluate"><p>Hello</p>',
};

test('a frame is read where it holds a sign of somebody, and only there', async () => {
  for (const [what, html] of Object.entries(NOBODY)) expect(await signIn(html), what).toBe(false);
  for (const [what, html] of Object.entries(SOMEBODY)) expect(await signIn(html), what).toBe(true);
});
