import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { answers, type Host, port } from '../lib/host';
import { runAs, userIds } from '../lib/packages';
import { toEml } from '../seed/eml';
import { mails } from '../seed/mails';
import { zhou } from '../seed/people';
import { dovecotConf, roundcubeConf } from './config';

const WEB_PORT = port('ROUNDCUBE_PORT', 19080);
const IMAP_PORT = port('ROUNDCUBE_IMAP_PORT', 19143);
const PASSWORD = 'paper-and-ink';
const PHP = '/usr/bin/php';
const SHARE = '/usr/share/roundcube';
const LIB = '/var/lib/roundcube';

/** One Maildir with the sample mails; the file's time is the mail's date, for a stable order. */
function writeMaildir(root: string): void {
  for (const folder of ['', '.Sent']) {
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(root, folder, part), { recursive: true });
  }
  writeFileSync(join(root, 'subscriptions'), 'Sent\n');
  mails.forEach((mail, i) => {
    const seconds = Date.parse(mail.at) / 1000;
    const folder = mail.folder === 'Sent' ? '.Sent/cur' : 'cur';
    const file = join(root, folder, `${seconds}.M${String(i).padStart(3, '0')}P1.seed:2,S`);
    writeFileSync(file, toEml(mail));
    utimesSync(file, seconds, seconds);
  });
}

/**
 * An installation of its own beside the packaged one: Roundcube takes the folder above index.php for its root
 * and reads config/ there, so /etc/roundcube stays as Debian left it.
 */
function writeWebRoot(dir: string): void {
  const root = join(dir, 'www');
  mkdirSync(join(root, 'public_html/program'), { recursive: true });
  mkdirSync(join(root, 'config'));
  copyFileSync(join(LIB, 'public_html/index.php'), join(root, 'public_html/index.php'));
  for (const part of ['index.php', 'program', 'SQL']) symlinkSync(join(SHARE, part), join(root, part));
  for (const part of ['skins', 'plugins']) {
    symlinkSync(join(LIB, part), join(root, part));
    symlinkSync(join(LIB, part), join(root, 'public_html', part));
  }
  for (const part of ['js', 'resources']) {
    symlinkSync(join(SHARE, 'program', part), join(root, 'public_html/program', part));
  }
  for (const part of ['logs', 'temp']) symlinkSync(join(dir, part), join(root, part));
  for (const part of ['defaults.inc.php', 'mimetypes.php']) {
    symlinkSync(join('/etc/roundcube', part), join(root, 'config', part));
  }
  writeFileSync(join(root, 'config/config.inc.php'), roundcubeConf(dir, IMAP_PORT));
}

const makeDatabase = `$db = new PDO('sqlite:' . $argv[1]);
$db->exec(file_get_contents('${SHARE}/SQL/sqlite.initial.sql'));`;

async function prepare(dir: string): Promise<void> {
  const www = userIds('www-data');
  for (const part of ['mail', 'logs', 'temp', 'db', 'dovecot']) mkdirSync(join(dir, part));
  writeMaildir(join(dir, 'mail'));
  writeFileSync(join(dir, 'dovecot.conf'), dovecotConf(dir, IMAP_PORT, PASSWORD));
  writeWebRoot(dir);
  runAs(null, 'chown', [
    '-R',
    'www-data:www-data',
    ...['mail', 'logs', 'temp', 'db'].map((p) => join(dir, p)),
  ]);
  runAs(www, PHP, ['-r', makeDatabase, join(dir, 'db/roundcube.sqlite')]);
  chmodSync(join(dir, 'dovecot'), 0o755);
}

const listens = (at: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = new Socket();
    const end = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2000, () => end(false));
    socket.once('error', () => end(false)).connect(at, '127.0.0.1', () => end(true));
  });

/** Webmail: Roundcube on PHP's built-in server, over a Dovecot that serves one Maildir. */
export const roundcube: Host = {
  name: 'roundcube',
  url: `http://127.0.0.1:${WEB_PORT}/`,
  user: zhou.address,
  password: PASSWORD,
  // php-fpm is never started; it only answers Roundcube's wish for a web server, which would bring in Apache.
  packages: ['roundcube-core', 'roundcube-sqlite3', 'dovecot-imapd', 'php-fpm', 'php-cli', 'php-sqlite3'],
  preseed: ['roundcube-core roundcube/dbconfig-install boolean false'],
  recipe: () =>
    JSON.stringify(mails) +
    dovecotConf('', IMAP_PORT, PASSWORD) +
    roundcubeConf('', IMAP_PORT) +
    readFileSync(new URL(import.meta.url), 'utf8'),
  prepare,
  daemons: (dir) => [
    { name: 'dovecot', command: '/usr/sbin/dovecot', args: ['-F', '-c', join(dir, 'dovecot.conf')] },
    {
      name: 'php',
      command: PHP,
      args: [
        '-d',
        `session.save_path=${join(dir, 'temp')}`,
        '-S',
        `127.0.0.1:${WEB_PORT}`,
        '-t',
        join(dir, 'www/public_html'),
      ],
      env: { PHP_CLI_SERVER_WORKERS: '4' },
      user: userIds('www-data'),
    },
  ],
  ready: async () => (await listens(IMAP_PORT)) && (await answers(roundcube.url, 'rcmloginuser')),
};
