import { existsSync } from 'node:fs';
import { type Browser, type Frame, launch, type Page } from 'puppeteer-core';
import { aptInstall, mayInstall } from './find-browser.ts';

const ADDON_ID = 'margin@margin.example';
/** Fixed, so that the same profile gives the add-on the same origin, and so the same storage, at each start. */
const ADDON_UUID = '5b0a7d52-6f0e-4a55-9d1b-6a7f3f1c9e20';

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The path of Firefox (FIREFOX_PATH, else where systems keep it), installed now on Debian as root; throws where there is none. */
export function findFirefox(): string {
  const chosen = process.env.FIREFOX_PATH;
  const found = chosen ? [chosen] : PLACES;
  const path = found.find((place) => existsSync(place));
  if (path) return path;
  if (!chosen && mayInstall()) {
    aptInstall(['firefox-esr'], 'no Firefox was found');
    return '/usr/bin/firefox-esr';
  }
  throw new Error(`No Firefox at ${found.join(', ')}: install Firefox 140 or newer, or set FIREFOX_PATH.`);
}

export interface LaunchedFirefox {
  browser: Browser;
  page(): Promise<Page>;
  /** The margin frame in a page; waits until it is there. */
  sidebarFrame(page: Page): Promise<Frame>;
  /** One of the add-on's own pages, in a tab. */
  ownPage(path: string): Promise<Page>;
  /** Answers the permission prompt that Firefox shows, as the user does. */
  answer(allow: boolean): Promise<void>;
  close(): Promise<void>;
}

/** The part of puppeteer's Firefox connection (WebDriver BiDi) that reaches Firefox's own scope. */
interface Bidi {
  send(
    method: string,
    parameters: object,
  ): Promise<{
    result: {
      contexts?: Array<{ context: string; url: string }>;
      exceptionDetails?: { text: string };
    };
  }>;
}

/** Runs a script in Firefox's own window, in its privileged scope (2026-11, Firefox 140–153). */
async function inWindow(browser: Browser, body: string): Promise<void> {
  const { connection } = browser as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = tree.result.contexts?.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!window) throw new Error('Firefox shows no window');
  const done = await connection.send('script.evaluate', {
    expression: `(async () => {${body}})()`,
    target: { context: window.context },
    awaitPromise: true,
  });
  if (done.result.exceptionDetails) throw new Error(done.result.exceptionDetails.text);
}

/** Allows origins as if the user had done so before: asked of Firefox's own permission store. */
const grant = (browser: Browser, origins: readonly string[]): Promise<void> =>
  inWindow(
    browser,
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)});
    await ExtensionPermissions.add(extension.id, { permissions: [], origins: ${JSON.stringify(origins)} }, extension);`,
  );

/** Presses a button of Firefox's permission prompt, once it is up. */
const answer = (browser: Browser, allow: boolean): Promise<void> =>
  inWindow(
    browser,
    `const find = () => PopupNotifications.panel.querySelector('popupnotification');
    for (let tries = 0; tries < 100 && !(PopupNotifications.panel.state === 'open' && find()); tries++)
      await new Promise((wait) => setTimeout(wait, 100));
    const prompt = find();
    if (!prompt) throw new Error('Firefox asks nothing');
    // A prompt takes no click in its first moments, so that nobody is made to press it.
    await new Promise((wait) => setTimeout(wait, 1_000));
    (${allow} ? prompt.button : prompt.secondaryButton).click();`,
  );

/** Firefox with the add-on in it and its sites granted. The profile stays, so that a second start finds the data. */
export async function launchFirefox(options: {
  extensionDir: string;
  profileDir: string;
  grant: readonly string[];
}): Promise<LaunchedFirefox> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    userDataDir: options.profileDir,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
      // A temporary add-on is taken out when Firefox closes; a user's stays, with its data.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
  try {
    await browser.installExtension(options.extensionDir);
    await grant(browser, options.grant);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return {
    browser,
    page: () => browser.newPage(),
    sidebarFrame: (page) => findFrame(page),
    ownPage: async (path) => {
      const page = await browser.newPage();
      // It never says that it is there (2026-11, puppeteer 24): who waits for what is in it knows.
      void page.goto(`moz-extension://${ADDON_UUID}/${path}`).catch(() => undefined);
      return page;
    },
    answer: (allow) => answer(browser, allow),
    close: () => browser.close(),
  };
}

/** Puppeteer reports `about:blank` for an extension frame in Firefox: each frame is asked where it is. */
async function findFrame(page: Page): Promise<Frame> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    for (const frame of page.frames()) {
      const url = await frame.evaluate(() => location.href).catch(() => '');
      if (url.includes('/sidebar.html')) return frame;
    }
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`no sidebar frame in ${page.url()}`);
}
