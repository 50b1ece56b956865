import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../tools/build.ts';
import { expect, test, title } from './support.ts';

const HOST = '*://127.0.0.1/*';

test('what Margin may do is written here: no site without being asked', () => {
  const file = join(ensureBuilt('chrome'), 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  expect([...manifest.permissions].sort()).toEqual([
    'activeTab',
    'alarms',
    'contextMenus',
    'notifications',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ]);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
  expect(manifest.optional_permissions).toBeUndefined();
  expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  expect(manifest.externally_connectable).toEqual({ ids: [] });
  expect(manifest.web_accessible_resources).toEqual([
    { resources: ['sidebar.html'], matches: ['*://*/*'], use_dynamic_url: true },
  ]);
});

test.describe('a site', () => {
  test.use({ options: { grant: [HOST] } });

  test('is read while it is allowed, left at once when it is revoked, and not read after a refusal', async ({
    session,
  }) => {
    const { page, text } = session;
    const frames = () => page.frames().filter((one) => one.url().startsWith('chrome-extension:')).length;
    await session.open('inbox', 'renewal');
    await expect(title(await session.margin())).toHaveText('Brightwater Foods');
    const sites = await session.ownPage('dashboard.html#/sites');
    const ask = async () => {
      await sites.getByLabel(text('sites_url')).fill(page.url());
      await sites.bringToFront();
      await sites.getByRole('button', { name: text('sites_add') }).click();
    };
    await sites.getByRole('button', { name: new RegExp(`^${text('sites_revoke')}`) }).click();
    await expect(sites.getByText(text('sites_revoked', { HOSTS: '127.0.0.1' }))).toBeVisible();
    await page.bringToFront();
    await expect.poll(frames).toBe(0);
    await session.choose('delivery-q4');
    await page.waitForTimeout(500);
    expect(frames()).toBe(0);

    // The browser's own prompt cannot be answered by a test: here it says no.
    await sites.evaluate(() => {
      const { permissions } = chrome;
      const answer = (...given: unknown[]) => {
        const done = given.find((one) => typeof one === 'function') as ((yes: boolean) => void) | undefined;
        done?.(false);
        return Promise.resolve(false);
      };
      permissions.request = answer as typeof permissions.request;
    });
    await ask();
    await expect(sites.getByText(text('sites_refused'))).toBeVisible();
    expect(frames()).toBe(0);
  });
});
