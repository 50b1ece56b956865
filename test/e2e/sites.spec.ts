import { expect, test } from '@playwright/test';
import { SITES } from '../../utils/sites/index.ts';
import { allCases } from '../tools/cases.ts';
import { openReader, readPageFile } from '../tools/page-reader.ts';

/** Every rule over every example of every host: one that claims another host's page fails here. */
test('each example is recognised as its own host and no other', async () => {
  test.setTimeout(300_000);
  const owner = new Map(SITES.flatMap((site) => site.examples.map((example) => [example, site.id] as const)));
  const folders = new Map(
    SITES.flatMap((site) => site.examples.map((example) => [example.split('/')[0] ?? '', site.id] as const)),
  );
  const reader = await openReader();
  const wrong: string[] = [];
  for (const one of allCases()) {
    const { site } = await reader.read(readPageFile(one.path), one.url, { own: one.own }, one.path);
    const expected = owner.get(one.id) ?? null;
    const allowed = expected === null ? [null, folders.get(one.id.split('/')[0] ?? '') ?? null] : [expected];
    if (!allowed.includes(site)) wrong.push(`${one.id}: ${site}`);
  }
  await reader.close();
  expect(wrong).toEqual([]);
});
