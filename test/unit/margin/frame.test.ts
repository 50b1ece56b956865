// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"handleDisabledFileLoadingAsSuccess":true}}
import { afterEach, expect, it, vi } from 'vitest';
import { MarginFrame } from '@/entrypoints/margin/frame';

vi.stubGlobal('chrome', { runtime: { id: 'margin', getURL: () => 'about:blank' } });

Object.assign(document, { elementsFromPoint: () => [] }); // happy-dom lays nothing out
const margin = () =>
  new MarginFrame(document, { resized: () => undefined, lost: () => undefined, check: async () => true });
const order = { show: true, nonce: 'one', side: 'right', width: 360, collapsed: false } as const;
const hosts = () => [...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV');

afterEach(() => {
  for (const host of hosts()) host.remove();
});

it('takes the place of what a margin of before a reload of the extension left standing', () => {
  margin().obey(order);
  const [old] = hosts();
  margin().obey({ ...order, nonce: 'two' });
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]).not.toBe(old);
});

it("leaves the page's own boxes alone, however they lie", () => {
  const box = document.createElement('div');
  box.style.cssText = 'position:fixed;height:100vh;z-index:2147483647';
  box.append('chat');
  document.documentElement.append(box);
  margin().obey(order);
  expect(hosts()).toHaveLength(2);
});
