import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers, type Host, port, stateDir } from '../lib/host';
import { runAs, userIds } from '../lib/packages';
import { toEml, wireAddress } from '../seed/eml';
import { mail } from '../seed/mails';
import { ben, desk, zhou } from '../seed/people';
import { type Ticket, tickets, users } from '../seed/tickets';

const WEB_PORT = port('RT_PORT', 19081);
const PASSWORD = 'paper-and-ink';
const NAME = 'lanting.example';
const SEED = fileURLToPath(new URL('seed.pl', import.meta.url));

const addresses = (boxes: Ticket['cc']): string[] | undefined =>
  boxes?.map((box) => wireAddress(box.address));

const seed = (): string =>
  JSON.stringify({
    rtname: NAME,
    desk: desk.address,
    password: PASSWORD,
    staff: [zhou, ben].map((person) => ({ ...person, login: person.address.split('@')[0] })),
    users,
    tickets: tickets.map((ticket) => ({
      key: ticket.key,
      subject: `Phone call (${ticket.key})`,
      eml: ticket.mails.map((id) => toEml(mail(id))),
      requestors: addresses(ticket.requestors),
      cc: addresses(ticket.cc),
      adminCc: addresses(ticket.adminCc),
      customerNumber: ticket.customerNumber,
      owner: ticket.owner?.address,
    })),
  });

/** Perl: `@` in double quotes would be an array, so single quotes throughout. Mail goes to files. */
const siteConfig = (dir: string): string => `
Set($rtname, '${NAME}');
Set($Organization, '${NAME}');
Set($CorrespondAddress, '${desk.address}');
Set($CommentAddress, '${desk.address}');
Set($RTAddressRegexp, '^help\\@lanting\\.example$');
Set($WebPath, '');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${WEB_PORT});
Set($WebBaseURL, 'http://127.0.0.1:${WEB_PORT}');
Set($DatabaseType, 'SQLite');
Set($DatabaseHost, '');
Set($DatabaseName, '${dir}/db/rt.sqlite');
Set($DatabaseUser, '');
Set($DatabasePassword, '');
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
Set($LogToFile, undef);
Set($StatementLog, undef);
Set($Timezone, 'UTC');
Set($WebSessionClass, 'Apache::Session::File');
Set($HTMLFormatter, 'core');
Set(%GnuPG, Enable => 0);
Set(%SMIME, Enable => 0);
1;
`;

const environment = (dir: string): Record<string, string> => ({
  RT_SITE_CONFIG: join(dir, 'RT_SiteConfig.pm'),
  RT_SITE_CONFIG_DIR: join(dir, 'config.d'),
  TMPDIR: join(dir, 'outbox'),
});

async function prepare(dir: string): Promise<void> {
  const www = userIds('www-data');
  for (const part of ['config.d', 'db', 'outbox']) mkdirSync(join(dir, part));
  writeFileSync(join(dir, 'RT_SiteConfig.pm'), siteConfig(dir));
  writeFileSync(join(dir, 'seed.json'), seed());
  writeFileSync(join(dir, 'seed.pl'), readFileSync(SEED));
  runAs(null, 'chown', ['-R', 'www-data:www-data', dir]);
  const env = environment(dir);
  const make = ['--action', 'init', '--skip-create', '--dba', ''];
  runAs(www, '/usr/sbin/rt-setup-database-5', make, { env, cwd: dir });
  const ids = runAs(www, '/usr/bin/perl', [join(dir, 'seed.pl'), join(dir, 'seed.json')], { env, cwd: dir });
  writeFileSync(join(dir, 'tickets.json'), ids.trim().split('\n').at(-1) ?? '');
}

/** Helpdesk: Request Tracker 5 on its own standalone server, with SQLite. */
export const rt: Host = {
  name: 'rt',
  url: `http://127.0.0.1:${WEB_PORT}/`,
  user: 'zhou.yan',
  password: PASSWORD,
  // nullmailer is never started; it only answers the wish for a mail transport.
  packages: ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone', 'nullmailer'],
  preseed: ['request-tracker5 request-tracker5/dbconfig-install boolean false'],
  recipe: () => seed() + siteConfig('') + readFileSync(SEED, 'utf8'),
  prepare,
  daemons: (dir) => [
    {
      name: 'rt',
      command: '/usr/share/request-tracker5/libexec/rt-server',
      args: ['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(WEB_PORT), '--max-workers', '3'],
      env: environment(dir),
      user: userIds('www-data'),
    },
  ],
  ready: () => answers(rt.url, 'name="pass"'),
};

/** Ticket numbers by their key, of the running host. */
export function ticketIds(): Map<string, number> {
  const ids: unknown = JSON.parse(readFileSync(join(stateDir(rt), 'tickets.json'), 'utf8'));
  return new Map(Object.entries(ids as Record<string, number>));
}
