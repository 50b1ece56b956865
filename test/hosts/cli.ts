import { hosts } from './hosts';
import { down, up } from './lib/host';

/** `tsx test/hosts/cli.ts up|down [NAME…]`: the real applications, by hand. */
const [action, ...names] = process.argv.slice(2);
const chosen = names.length === 0 ? hosts : hosts.filter((host) => names.includes(host.name));
if ((action !== 'up' && action !== 'down') || chosen.length === 0) {
  console.error(`usage: npm run hosts -- up|down [${hosts.map((host) => host.name).join(' ')}]`);
  process.exit(2);
}
for (const host of chosen) {
  if (action === 'down') {
    await down(host);
    console.log(`${host.name} down`);
  } else {
    const started = await up(host);
    console.log(
      `${host.name} ${started ? 'started' : 'was up'}: ${host.url}  ${host.user}  ${host.password}`,
    );
  }
}
