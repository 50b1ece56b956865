import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve, sep } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from '@playwright/test';
import { build } from 'esbuild';
import type { Sighting, Site } from '../../utils/detect/types.ts';
import { findBrowser } from './find-browser.ts';

/** How the detector is asked; the same defaults as a fresh installation. */
export interface ReadOptions {
  own?: readonly string[];
  ownDomains?: readonly string[];
  sites?: boolean;
  /** Site files of the user's own, before the shipped ones. */
  taught?: readonly Site[];
  /** Source of the user's pattern for customer codes. */
  codePattern?: string;
}

export interface PageReader {
  /** The sighting of a page's top document, loaded as if `html` were what `url` serves. */
  read(html: Buffer | string, url: string, options?: ReadOptions, file?: string): Promise<Sighting>;
  /** Loads the page and hands it over, for what else is asked of it. */
  open<T>(html: Buffer | string, url: string, use: (page: Page) => Promise<T>, file?: string): Promise<T>;
  /** The sighting of a page that is open. */
  detectIn(page: Page, url: string, options?: ReadOptions): Promise<Sighting>;
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const LOAD_MS = 20_000;
/** Scripts of the saved page stay off, while `<noscript>` is treated as in a browser that has them on. */
const POLICY = "script-src 'none'; object-src 'none'";

/** The shipped detector with its site files as one script that sets `globalThis.marginDetect`. */
export async function bundleDetector(): Promise<string> {
  const made = await build({
    stdin: {
      contents: `import { detect } from './utils/detect'; import { SITES } from './utils/sites'; import { WORDS } from './utils/sites/words';
        globalThis.marginDetect = (url, options) => detect(document, url, {
          own: new Set(options.own ?? []), ownDomains: new Set(options.ownDomains ?? []),
          codePattern: options.codePattern ? new RegExp(options.codePattern) : null,
          words: WORDS, sites: options.sites === false ? [] : [...(options.taught ?? []), ...SITES] });`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
  });
  return made.outputFiles[0]?.text ?? '';
}

/** A page saved without a declared encoding is read as UTF-8 where it is that. */
function contentType(html: Buffer): string {
  const head = html.subarray(0, 4096).toString('latin1');
  const declared = /<meta[^>]+charset/i.test(head) || html[0] === 0xff || html[0] === 0xfe;
  if (declared) return 'text/html';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(html);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}

/** Files that the browser saved beside the page ("Mail_files/style.css") are served; nothing else is. */
function savedBeside(url: string, file: string | undefined): string | null {
  if (!file) return null;
  const folder = `${basename(file, extname(file))}_files`;
  const path = decodeURIComponent(new URL(url).pathname);
  const at = path.indexOf(`/${folder}/`);
  const wanted = at < 0 ? '' : resolve(dirname(file), path.slice(at + 1));
  const inside = wanted.startsWith(resolve(dirname(file), folder) + sep);
  return inside && existsSync(wanted) && statSync(wanted).isFile() ? wanted : null;
}

async function answer(route: Route, html: Buffer, main: string, file: string | undefined): Promise<void> {
  const request = route.request();
  if (request.url() === main && request.isNavigationRequest()) {
    const headers = { 'content-type': contentType(html), 'content-security-policy': POLICY };
    return route.fulfill({ status: 200, headers, body: html });
  }
  const beside = savedBeside(request.url(), file);
  return beside ? route.fulfill({ path: beside }) : route.abort();
}

/** One headless browser and one tab for many saved pages, one after the other, without network. */
export async function openReader(): Promise<PageReader> {
  const detector = await bundleDetector();
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    serviceWorkers: 'block',
  });
  // Every document has the detector from its beginning: sent with each question it was most of what the question cost.
  await context.addInitScript({ content: detector });
  let page: Page | null = null;
  let shown = '';
  const open: PageReader['open'] = async (html, url, use, file) => {
    const body = typeof html === 'string' ? Buffer.from(html) : html;
    const address = new URL(url);
    address.hash = '';
    page ??= await context.newPage();
    try {
      await page.unrouteAll();
      // Where the address differs in the hash alone, going there loads nothing.
      if (shown === address.href) await page.goto('about:blank');
      await page.route('**/*', (route) => answer(route, body, address.href, file));
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LOAD_MS });
      shown = address.href;
      return await use(page);
    } catch (error) {
      await page.close();
      page = null;
      shown = '';
      throw error;
    }
  };
  const detectIn: PageReader['detectIn'] = (where, url, options = {}) =>
    where.evaluate<Sighting>(`marginDetect(${JSON.stringify(url)}, ${JSON.stringify(options)})`);
  return {
    open,
    detectIn,
    read: (html, url, options, file) => open(html, url, (page) => detectIn(page, url, options), file),
    close: () => browser.close(),
  };
}

export const readPageFile = (file: string): Buffer => readFileSync(file);
