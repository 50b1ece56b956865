import type { Session } from '../tools/session.ts';
import { expect, test, title } from './support.ts';

/**
 * A console as helpdesks and CRMs have it: a shell at once, the record in pieces after it, several records kept in
 * the page of which one is to be seen, and addresses that change without a load.
 */
const CONSOLE = `<!doctype html><meta charset="utf-8"><title>Console</title><link rel="icon" href="data:,">
<nav><button title="Signed in as Mia Lindqvist <mia@loftkitchen.example>">ML</button></nav>
<aside><ul><li>Ravi Copper &lt;ravi@copperline.example&gt;</li></ul></aside>
<main></main>
<script>
  const PEOPLE = {
    1: ['Claire Dubois', 'claire@atelier-dubois.example'],
    2: ['Oliver Grant', 'oliver.grant@brightwater-foods.example'],
  };
  const PIECES_MS = 250;
  const later = (ms) => new Promise((wait) => setTimeout(wait, ms));
  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  async function draw(id) {
    const record = document.createElement('section');
    document.querySelector('main').append(record);
    record.append(make('h1', 'Loading'));
    await later(PIECES_MS);
    record.replaceChildren(make('h1', PEOPLE[id][0]));
    await later(PIECES_MS);
    const fields = document.createElement('dl');
    record.append(fields);
    fields.append(make('dt', 'Owner'), make('dd', 'Mia Lindqvist'));
    await later(PIECES_MS);
    fields.append(make('dt', 'Email'), make('dd', PEOPLE[id][1]));
    return record;
  }
  const drawn = {};
  async function show() {
    const id = location.pathname.split('/').pop();
    for (const record of Object.values(drawn)) record.hidden = true;
    if (drawn[id]) drawn[id].hidden = false;
    else drawn[id] = await draw(id);
  }
  window.go = (id) => { history.pushState(null, '', id); void show(); };
  void show();
</script>`;

async function openConsole({ page, mailbox }: Session, id: number): Promise<void> {
  await page.route('**/records/*', (route) => route.fulfill({ contentType: 'text/html', body: CONSOLE }));
  await page.goto(`${mailbox.origin}/records/${id}`);
}

test('a record that is drawn late and in pieces, and others kept beside it: always the one that is to be seen', async ({
  session,
}) => {
  await openConsole(session, 1);
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('Atelier Dubois');
  const go = (id: number) =>
    session.page.evaluate((to) => (window as unknown as { go(id: number): void }).go(to), id);
  await go(2);
  await expect(title(margin)).toHaveText('Brightwater Foods');
  // Back at the first, which never left the page: only its being shown has changed.
  await go(1);
  await expect(title(margin)).toHaveText('Atelier Dubois');
  await go(2);
  await expect(title(margin)).toHaveText('Brightwater Foods');
});
