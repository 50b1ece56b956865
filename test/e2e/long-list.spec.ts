import type { Page } from '@playwright/test';
import { type LongList, MIDDLE_PX, startLongList } from '../tools/long-list/server.ts';
import { expect, test, title } from './support.ts';

let list: LongList;
test.beforeAll(async () => {
  list = await startLongList();
});
test.afterAll(() => list.close());

const scrollTo = (page: Page, top: number) =>
  page.locator('#list').evaluate((element, to) => element.scrollTo(0, to), top);

/** What the page's own scripts see of a row being shown: changes of its document, and where something plays. */
async function watchPage(page: Page): Promise<() => Promise<{ changes: string[]; played: string[] }>> {
  await page.evaluate(() => {
    const seen = { changes: [] as string[], played: new Set<string>() };
    // What the list itself does while it scrolls is the page's own.
    const own = ['style', 'title', 'data-at', 'hidden', null];
    new MutationObserver((mutations) => {
      for (const { target, attributeName } of mutations)
        if (!(target as Element).closest('#list') || !own.includes(attributeName))
          seen.changes.push(`${target.nodeName} ${attributeName}`);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    const look = () => {
      for (const { effect } of document.getAnimations())
        if (effect instanceof KeyframeEffect) seen.played.add(effect.target?.textContent ?? '');
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { seen });
  });
  return () =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: { changes: string[]; played: Set<string> } };
      return { changes: seen.changes, played: [...seen.played] };
    });
}

for (const kind of ['virtual', 'whole'] as const) {
  test(`the list beside 5 000 rows follows the view${kind === 'virtual' ? ', and shows a row in it' : ''} (${kind})`, async ({
    shared: { page, margin, text },
  }) => {
    await page.goto(list.at(kind));
    const frame = await margin();
    const choice = (name: string) => frame.locator('.choice').filter({ hasText: name });
    await expect(title(frame)).toHaveText(text('listTitle'));
    await expect(choice('Saffron Lane')).toBeVisible();
    await expect(choice('Nadia Okafor')).toHaveCount(0);

    await scrollTo(page, MIDDLE_PX);
    await expect(choice('Nadia Okafor')).toBeVisible();
    if (kind === 'whole') return;
    await expect(choice('Saffron Lane')).toHaveCount(0);

    const seen = await watchPage(page);
    await choice('Nadia Okafor').click();
    await expect(title(frame)).toHaveText('Nadia Okafor');
    await expect.poll(async () => (await seen()).played.join()).toContain('Nadia Okafor');
    const { changes, played } = await seen();
    expect(changes).toEqual([]);
    expect(played).toHaveLength(1);
  });
}
