import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Sheets of the full tab: some come with their view, so whatever two of them said of one class would depend on where the user has been. */
const SHEETS = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css') && !/^(sidebar|popup)\b/.test(path))
  .map((path) => join('components', path));
const ALONE = /^\.([\w-]+)$/;

/** The classes that a sheet says something of wherever they are: outside of media queries, and of nothing else. */
const classesOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^([^\s@{}/][^{}]*)\{/gm)]
    .flatMap(([, selectors = '']) => selectors.split(','))
    .flatMap((selector) => ALONE.exec(selector.trim())?.[1] ?? []);

it('a class of the full tab is defined in one sheet', () => {
  const sheets = new Map<string, Set<string>>();
  for (const path of SHEETS)
    for (const name of classesOf(path)) sheets.set(name, (sheets.get(name) ?? new Set()).add(path));
  expect(sheets.size).toBeGreaterThan(200);
  const twice = [...sheets].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths]);
  expect(twice).toEqual([]);
});
