import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Mail, MailLine, OpenMail } from './mail.ts';
import { ENGLISH } from './mails-en.ts';
import { CHINESE } from './mails-zh.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const MAILS: Mail[] = [...ENGLISH, ...CHINESE].sort((a, b) => a.ago - b.ago);

const line = (mail: Mail, now: number): MailLine => ({
  id: mail.id,
  from: mail.from,
  to: mail.to,
  subject: mail.subject,
  snippet: (mail.parts[0]?.kind === 'text' ? mail.parts[0].text : '').replace(/\s+/g, ' ').slice(0, 110),
  at: now - mail.ago * 60_000,
  unread: mail.unread ?? false,
});

const open = (mail: Mail, now: number): OpenMail => ({
  ...line(mail, now),
  folder: mail.folder,
  cc: mail.cc ?? [],
  parts: mail.parts,
});

async function bundle(): Promise<string> {
  const built = await build({
    entryPoints: [here('client.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}

/** What a path asks for; the same mailbox answers under any prefix (`/a/mail/…`). */
function answer(path: string, assets: Record<string, [string, string]>): [string, string] | null {
  const now = Date.now();
  const list = /\/api\/(inbox|sent)$/.exec(path);
  if (list)
    return [
      'application/json',
      JSON.stringify(MAILS.filter((mail) => mail.folder === list[1]).map((mail) => line(mail, now))),
    ];
  const one = /\/api\/mail\/([\w-]+)$/.exec(path);
  if (one) {
    const mail = MAILS.find(({ id }) => id === one[1]);
    return mail ? ['application/json', JSON.stringify(open(mail, now))] : null;
  }
  const asset = assets[path.slice(path.lastIndexOf('/') + 1)];
  if (asset) return asset;
  const page = assets['index.html'];
  return page && /\/mail\/(inbox|sent)(\/[\w-]+)?$/.test(path) ? page : null;
}

export interface SampleMailbox {
  /** Origin, e.g. `http://127.0.0.1:41234`. */
  origin: string;
  /** The address of a folder or of one opened mail: `at('inbox', 'renewal')`. */
  at(folder: 'inbox' | 'sent', id?: string): string;
  close(): Promise<void>;
}

/** Starts the sample webmail on loopback; port 0 takes a free one. */
export async function startMailbox(port = 0): Promise<SampleMailbox> {
  const assets: Record<string, [string, string]> = {
    'index.html': ['text/html', readFileSync(here('index.html'), 'utf8')],
    'mailbox.css': ['text/css', readFileSync(here('mailbox.css'), 'utf8')],
    'client.js': ['text/javascript', await bundle()],
  };
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') return response.writeHead(302, { location: '/mail/inbox' }).end();
    const found = answer(pathname, assets);
    if (!found) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    const headers = {
      'content-type': `${found[0]}; charset=utf-8`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    };
    return response.writeHead(200, headers).end(found[1]);
  };
  const server = createServer(serve);
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(port, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    at: (folder, id) => `${origin}/mail/${folder}${id ? `/${id}` : ''}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
