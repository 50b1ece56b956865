import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FrameWelcome } from '../../../utils/browser/messages';

const sendMessage = vi.fn<(name: string, data: unknown) => Promise<FrameWelcome>>();
const mountSidebar = vi.fn();
const mountTrouble = vi.fn();
vi.mock('@/utils/browser/messages', () => ({ sendMessage }));
vi.mock('@/utils/browser/current-page', () => ({ readPage: vi.fn(), watchPage: vi.fn() }));
vi.mock('@/utils/ui/mount', () => ({ mountSidebar, mountTrouble }));

/** Loads the frame's own script as the browser does. */
async function load(hash: string): Promise<void> {
  location.hash = hash;
  document.body.innerHTML = '<div id="app"></div>';
  vi.resetModules();
  await import('../../../entrypoints/sidebar/main');
}

beforeEach(() => vi.clearAllMocks());
afterEach(() => {
  document.body.innerHTML = '';
});

describe('the margin frame before it is welcomed', () => {
  test.each([
    ['an unknown frame', async (): Promise<FrameWelcome> => ({ ok: false, reason: 'unknown-frame' })],
    ['no background', () => Promise.reject(new Error('no receiver'))],
  ])('%s: nothing is opened and nothing drawn', async (_, answer) => {
    sendMessage.mockImplementation(answer);
    await load('#stolen');
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith('frameHello', { nonce: 'stolen' });
    expect(mountSidebar).not.toHaveBeenCalled();
    expect(mountTrouble).not.toHaveBeenCalled();
    expect(document.body.innerHTML).toBe('<div id="app"></div>');
  });

  test('without a secret it does not even ask', async () => {
    await load('');
    expect(sendMessage).not.toHaveBeenCalled();
    expect(mountSidebar).not.toHaveBeenCalled();
  });

  test('with the right secret it draws, and checks against the database it was told', async () => {
    sendMessage.mockResolvedValue({ ok: true, tabId: 7, databaseId: 'db-1' });
    await load('#secret');
    expect(mountSidebar.mock.lastCall?.[0]).toMatchObject({ databaseId: 'db-1', inPage: true });
  });

  test('where the background has no database, that is said', async () => {
    sendMessage.mockResolvedValue({ ok: false, reason: 'database-unavailable' });
    await load('#secret');
    expect(mountSidebar).not.toHaveBeenCalled();
    expect(mountTrouble).toHaveBeenCalledOnce();
  });
});
