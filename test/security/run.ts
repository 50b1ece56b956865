import { type Group, tryAll } from './attack.ts';
import { clicks } from './click.ts';

/** Every attack that is tried, group by group. `--short`: those of `npm test`. `--only WORD`: a group whose name has it. */
const GROUPS: readonly Group[] = [clicks];

const only = process.argv.indexOf('--only');
const chosen = GROUPS.filter(
  ({ name, short }) =>
    (short || !process.argv.includes('--short')) &&
    (only < 0 || name.toLowerCase().includes((process.argv[only + 1] ?? '').toLowerCase())),
);
if (!(await tryAll(chosen))) process.exitCode = 1;
