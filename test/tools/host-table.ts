import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../../utils/detect/types.ts';
import { SITES } from '../../utils/sites/index.ts';

const BEGIN = '<!-- hosts: made by `npm run hosts:table` -->';
const END = '<!-- /hosts -->';

/** The README's list of hosts: how each is recognised, and when it was last seen to work. */
export function hostTable(sites: readonly Site[]): string {
  const host = (match: string): string => match.split('/')[2] ?? match;
  const lines = sites.map(({ label, matches, traits, verified }) => {
    const hosts = [...new Set(matches.map(host))];
    const places = [...hosts, ...(traits ? ['self-hosted'] : [])].join(', ');
    return `| ${label} | ${places} | ${verified ?? 'unverified'} |`;
  });
  return ['| Host | Recognised at | Verified |', '|---|---|---|', ...lines].join('\n');
}

/** The text with the table between its marks. */
export function withHostTable(text: string, sites: readonly Site[]): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from)
    throw new Error(`README.md has no place for the table of hosts: ${BEGIN} … ${END}`);
  return `${text.slice(0, from + BEGIN.length)}\n${hostTable(sites)}\n${text.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const readme = resolve(import.meta.dirname, '../../README.md');
  writeFileSync(readme, withHostTable(readFileSync(readme, 'utf8'), SITES));
}
