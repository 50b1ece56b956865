import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConsoleMessage } from '@playwright/test';
import type { Session } from '../tools/session.ts';
import type { Attack, Group } from './attack.ts';
import { Subject } from './mutant.ts';

/** Whom the journey meets, and what it writes: none of it may stand in a log. */
const SECRETS = ['Brightwater', 'oliver', 'Oliver', 'sesame seeds', 'Atelier Dubois', 'claire@'];

/** Everything that the browser asks for goes through here, loopback too. */
const asked: string[] = [];
const said: string[] = [];

/** Chromium asks for these by itself, where a page has a form and, now and then, whether anybody is signed in (156, 2026-11); no switch of its own stops it here. */
const OF_THE_BROWSER = ['content-autofill.googleapis.com:443', 'accounts.google.com:443'];

/** A proxy that passes nothing on and writes down who was asked for; the mailbox alone is reached without it. */
async function startProxy(): Promise<string> {
  const proxy: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  }).on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  proxy.unref();
  return `--proxy-server=http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

const proxyArgument = await startProxy();

const subject = new Subject(
  {
    manifest: (manifest) => {
      const policy = manifest.content_security_policy as { extension_pages: string };
      policy.extension_pages = policy.extension_pages.replace("connect-src 'none'", 'connect-src *');
    },
    before: {
      'background.js': `setInterval(() => fetch('http://collector.test/hello').catch(() => undefined), 500);`,
    },
    sidebar: `setInterval(() => console.log(document.body.innerText), 500);`,
  },
  { args: [proxyArgument] },
  async (session) => {
    asked.length = 0;
    said.length = 0;
    const hear = (message: ConsoleMessage) => said.push(message.text());
    session.browser.context.on('console', hear);
    session.browser.context.on('weberror', (error) => said.push(`error: ${error.error().message}`));
    (await session.browser.worker()).on('console', hear);
    await walk(session);
  },
);

/** A morning with Margin: mails, a note, somebody unknown, a list, the customers, the settings. */
async function walk(session: Session): Promise<void> {
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await margin.locator('#note-text').fill('sesame seeds are late');
  await margin.locator('#note-text').press('Control+Enter');
  await margin.locator('article', { hasText: 'sesame seeds' }).first().waitFor();
  await session.open('inbox');
  await session.page.waitForTimeout(500);
  for (const path of ['dashboard.html', 'dashboard.html#/due', 'dashboard.html#/settings', 'popup.html']) {
    const page = await session.ownPage(path);
    await page.locator('#app > *').first().waitFor();
    await page.waitForTimeout(300);
    await page.close();
  }
}

const network: Attack = {
  name: 'a request to anybody, over a whole journey',
  attempt: async (defended) => {
    await subject.session(defended);
    return asked.find((address) => !OF_THE_BROWSER.includes(address)) ?? null;
  },
};

const logs: Attack = {
  name: 'customers in logs and errors, over a whole journey',
  attempt: async (defended) => {
    await subject.session(defended);
    const told = said.find((line) => SECRETS.some((secret) => line.includes(secret)));
    return told?.slice(0, 60).replaceAll('\n', ' ') ?? said.find((line) => line.startsWith('error:')) ?? null;
  },
};

export const journey: Group = {
  name: 'A whole journey: what leaves the machine, what is written down',
  short: false,
  attacks: [network, logs],
  close: subject.close,
};
