import { asking } from './asking.ts';
import { type Group, tryAll } from './attack.ts';
import { clicks } from './click.ts';
import { journey } from './journey.ts';
import { hostilePage, spentSecret } from './page.ts';
import { patterns } from './patterns.ts';
import { shippedCode } from './shipped.ts';
import { texts } from './texts.ts';

/** Every attack that is tried, group by group. `--short`: those of `npm test`. `--only WORD`: a group whose name has it. */
const GROUPS: readonly Group[] = [
  shippedCode,
  patterns,
  clicks,
  hostilePage,
  spentSecret,
  asking,
  texts,
  journey,
];

const only = process.argv.indexOf('--only');
const chosen = GROUPS.filter(
  ({ name, short }) =>
    (short || !process.argv.includes('--short')) &&
    (only < 0 || name.toLowerCase().includes((process.argv[only + 1] ?? '').toLowerCase())),
);
if (!(await tryAll(chosen))) process.exitCode = 1;
