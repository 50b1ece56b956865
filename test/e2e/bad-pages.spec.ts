import type { Session } from '../tools/session.ts';
import { expect, test, title } from './support.ts';

const HEADER =
  '<main><article><header><h1>Quote</h1><b>Claire Dubois</b> &lt;claire@atelier-dubois.example&gt;</header>';

async function openPage(session: Session, body: string): Promise<void> {
  const html = `<!doctype html><meta charset="utf-8"><title>Bad</title><link rel="icon" href="data:,"><body>${body}`;
  await session.page.route('**/bad', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await session.page.goto(`${session.mailbox.origin}/bad`);
}

/** After a bad page Margin works as before. */
async function stillWorks(session: Session): Promise<void> {
  await session.open('inbox', 'renewal');
  await expect(title(await session.margin())).toHaveText('Brightwater Foods');
}

test('a page whose document never rests: the person is found all the same', async ({ session }) => {
  const flood = `<div id="flood"></div><script>
    let count = 0;
    setInterval(() => {
      const box = document.getElementById('flood');
      if (++count % 50 === 0) box.replaceChildren();
      for (let at = 0; at < 200; at++) box.append(Object.assign(document.createElement('p'), { textContent: 'x' + at }));
    }, 10);
  </script>`;
  await openPage(session, `${HEADER}</article></main>${flood}`);
  await expect(title(await session.margin())).toHaveText('Atelier Dubois');
  await stillWorks(session);
});

test('ten megabytes of text', async ({ session }) => {
  const text = 'All work and no play makes a dull page. '.repeat(250_000);
  await openPage(session, `${HEADER}<p>${text}</p></article></main>`);
  await expect(title(await session.margin())).toHaveText('Atelier Dubois');
  await stillWorks(session);
});

test('five thousand addresses: no more is kept than the bound, and nobody is picked out of them', async ({
  session,
}) => {
  const rows = Array.from(
    { length: 5_000 },
    (_, at) => `<li>Person ${at} &lt;p${at}@crowd-${at % 97}.example&gt;</li>`,
  );
  await openPage(session, `<main><ul>${rows.join('')}</ul></main>`);
  await session.page.waitForTimeout(1_000);
  const worker = await session.browser.worker();
  const seen = await worker.evaluate(async () => {
    const all = await chrome.storage.session.get(null);
    return Object.entries(all).flatMap(([key, value]) =>
      key.startsWith('page:') ? [value as { state: string; people: object[] }] : [],
    );
  });
  for (const { state, people } of seen) {
    expect(people.length).toBeLessThanOrEqual(100);
    expect(state).not.toBe('matched');
  }
  await stillWorks(session);
});

test('attributes that lie, and addresses too long to be one', async ({ session }) => {
  const long = `${'a'.repeat(100_000)}@${'b'.repeat(100_000)}.example`;
  const lies = `<div email="not an address" data-email="${long}" aria-label="From: Nobody <<<@>>> @example" title="<<<>>>@@@"></div>`;
  await openPage(session, `${HEADER}${lies.repeat(20)}</article></main>`);
  await expect(title(await session.margin())).toHaveText('Atelier Dubois');
  await stillWorks(session);
});
