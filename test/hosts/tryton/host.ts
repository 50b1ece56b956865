import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers, type Host, port, stateDir } from '../lib/host';
import { runAs, userIds } from '../lib/packages';
import { ownCompany, ownPeople, parties } from '../seed/parties';
import { zhou } from '../seed/people';

const WEB_PORT = port('TRYTON_PORT', 19082);
const PASSWORD = 'paper-and-ink';
const LOGIN = 'zhou.yan';
const SEED = fileURLToPath(new URL('seed.py', import.meta.url));

const seed = (): string =>
  JSON.stringify({
    user: { name: zhou.name, address: zhou.address, login: LOGIN, password: PASSWORD },
    parties,
    own: [ownCompany, ...ownPeople],
  });

/** The mail port is one where nothing listens: Tryton must not write to anybody. */
const trytonConf = (dir: string): string => `
[database]
uri = sqlite://
path = ${dir}/db

[web]
listen = 127.0.0.1:${WEB_PORT}
hostname = 127.0.0.1:${WEB_PORT}
root = /usr/share/tryton-sao/www

[password]
length = 4
entropy = 0.1

[session]
timeout = 86400
max_age = 864000

[email]
uri = smtp://127.0.0.1:1
`;

const MODULES = ['party', 'party_relationship', 'company'];

/** Debian's package makes the user `tryton`; where it is absent, www-data will do. */
function trytonUser(): { uid: number; gid: number } {
  try {
    return userIds('tryton');
  } catch {
    return userIds('www-data');
  }
}

async function prepare(dir: string): Promise<void> {
  const user = trytonUser();
  const conf = join(dir, 'trytond.conf');
  mkdirSync(join(dir, 'db'));
  writeFileSync(conf, trytonConf(dir));
  writeFileSync(join(dir, 'seed.json'), seed());
  writeFileSync(join(dir, 'seed.py'), readFileSync(SEED));
  writeFileSync(join(dir, 'password'), PASSWORD);
  writeFileSync(join(dir, 'db/tryton.sqlite'), '');
  runAs(null, 'chown', ['-R', `${user.uid}:${user.gid}`, dir]);
  const env = { HOME: dir, TRYTONPASSFILE: join(dir, 'password') };
  const init = ['-c', conf, '-d', 'tryton', '--all', '--email', 'admin@lanting.example'];
  const modules = ['-u', ...MODULES, '--activate-dependencies'];
  runAs(user, '/usr/bin/trytond-admin', [...init, ...modules], { env, cwd: dir });
  const python = [join(dir, 'seed.py'), conf, join(dir, 'seed.json')];
  const ids = runAs(user, '/usr/bin/python3', python, { env, cwd: dir });
  writeFileSync(join(dir, 'parties.json'), ids.trim().split('\n').at(-1) ?? '');
}

/** CRM and ERP: Tryton's server and its web client "sao", with SQLite. */
export const tryton: Host = {
  name: 'tryton',
  url: `http://127.0.0.1:${WEB_PORT}/`,
  user: LOGIN,
  password: PASSWORD,
  packages: [
    'tryton-server',
    'tryton-sao',
    'tryton-modules-party',
    'tryton-modules-party-relationship',
    'tryton-modules-company',
    'tryton-proteus',
    'python3-pkg-resources', // the server imports it, the package does not ask for it (2026-11)
  ],
  recipe: () => seed() + trytonConf('') + readFileSync(SEED, 'utf8'),
  prepare,
  daemons: (dir) => [
    {
      name: 'tryton',
      command: '/usr/bin/trytond',
      args: ['-c', join(dir, 'trytond.conf'), '-d', 'tryton'],
      env: { HOME: dir },
      user: trytonUser(),
    },
  ],
  ready: () =>
    answers(tryton.url, 'tryton', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: 1, method: 'common.db.list', params: [] }),
    }),
};

/** Party numbers by their key, of the running host. */
export function partyIds(): Map<string, number> {
  const ids: unknown = JSON.parse(readFileSync(join(stateDir(tryton), 'parties.json'), 'utf8'));
  return new Map(Object.entries(ids as Record<string, number>));
}
