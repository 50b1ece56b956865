import { expect, test } from '@playwright/test';
import type { Sighting } from '../../utils/detect/types.ts';
import { openReader, type PageReader } from '../tools/page-reader.ts';

const ME = 'kim@loftkitchen.example';
const DANA = 'dana@harbour.example';

const BODY =
  '<button>Reply</button><div><p>Dear Dana, the offer that you asked for is attached to this mail.</p></div>';
const head = (from: string, to: string): string =>
  `<h1>Offer</h1><table><tr><th>From:</th><td>${from}</td></tr><tr><th>To:</th><td>${to}</td></tr></table>`;

let reader: PageReader;
test.beforeAll(async () => {
  reader = await openReader();
});
test.afterAll(() => reader.close());

const look = (html: string, url: string, title = 'Offer', own: string[] = []): Promise<Sighting> =>
  reader.read(`<!doctype html><title>${title}</title><body>${html}</body>`, url, { own });
const roles = (seen: Sighting): Record<string, string> =>
  Object.fromEntries(seen.candidates.map(({ value, role }) => [value, role]));

test.describe('own addresses that a page gives away', () => {
  test('learns the sender of the user’s own sent mail', async () => {
    const seen = await look(`<main>${head(ME, DANA)}${BODY}</main>`, 'https://mail.example/sent/4');
    expect(seen.ownSeen).toEqual([ME]);
    expect(roles(seen)).toEqual({ [DANA]: 'counterpart', [ME]: 'own' });
  });

  test('learns nothing from a mail that somebody else sent', async () => {
    const seen = await look(`<main>${head(DANA, ME)}${BODY}</main>`, 'https://mail.example/inbox/4');
    expect(seen.ownSeen).toEqual([]);
    expect(roles(seen)[DANA]).toBe('counterpart');
  });

  test('takes an address that stands by itself in the title, unless it is the sender’s', async () => {
    const html = `<main>${head(DANA, ME)}${BODY}</main>`;
    expect((await look(html, 'https://mail.example/1', `Offer - ${ME} - Mail`)).ownSeen).toEqual([ME]);
    expect((await look(html, 'https://mail.example/1', `Offer - ${DANA} - Mail`)).ownSeen).toEqual([]);
  });

  test('takes the address beside the link to sign out', async () => {
    const top = `<div><span>${ME}</span><a href="/logout">Sign out</a></div>`;
    expect(
      (await look(`${top}<main>${head(DANA, 'x@y.example')}${BODY}</main>`, 'https://m.example/1')).ownSeen,
    ).toEqual([ME]);
  });

  test('a colleague’s forward is about who wrote first, with half a heart; the colleague comes after', async () => {
    const quoted = `<div><p>Can you take this one over, please?</p><p>From: Ingrid &lt;ingrid@fjordlys.example&gt;</p><p>Three of the pallets came with crushed corners.</p></div>`;
    const html = `<main>${head('tom@loftkitchen.example', ME)}<button>Reply</button>${quoted}</main>`;
    const seen = await look(html, 'https://mail.example/1', 'Fwd: Pallets', [ME]);
    expect(seen.candidates.map(({ value }) => value)).toEqual([
      'ingrid@fjordlys.example',
      'tom@loftkitchen.example',
      ME,
    ]);
    const [first] = seen.candidates;
    expect(first?.role).toBe('counterpart');
    expect(first?.confidence).toBeLessThanOrEqual(0.5);
    expect(seen.list).toBe(false);
  });
});
