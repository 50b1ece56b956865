import { newId } from '../../utils/id';
import { openStore } from '../../utils/store';
import { newContact, newCustomer, newInteraction } from '../../utils/store/drafts';
import { dateOfDay } from '../../utils/value/days';
import type { Entry } from '../../utils/value/ledger';
import { Dice, word } from './invented.ts';
import { namesInText } from './names-in-page.ts';
import { addressOf, invented, NOTE } from './stored-customer.ts';
import { typed } from './typing.ts';

const DAY_MS = 86_400_000;

/**
 * What the bench runs inside a page of the extension, on the product's own store. Bundled by the bench; not shipped.
 */

/** Adds customers number `from` to `to`, half of them companies with a contact; returns the milliseconds that it took. */
async function fill(from: number, to: number): Promise<number> {
  const store = await openStore();
  const began = performance.now();
  const rows = { customers: [], contacts: [], interactions: [], reminders: [], complaints: [] } as Parameters<
    typeof store.addMany
  >[0]['rows'];
  const dice = new Dice(from + 3);
  for (let at = from; at < to; at++) {
    const { person, company } = invented(dice);
    const isCompany = at % 2 === 0;
    const customer = newCustomer({
      name: isCompany ? company : person,
      kind: isCompany ? 'company' : 'person',
      emails: isCompany ? [] : [addressOf(at)],
      domains: isCompany ? [`firm-${at}.example`] : [],
      phones: [`+44 20 7946 ${String(at % 1_000).padStart(4, '0')}`],
      codes: [`C-${at}`],
      tier: at % 5 === 0 ? 'core' : 'ordinary',
      valueToDate: { minor: at * 137, currency: 'EUR' },
      country: 'GB',
      lastContactAt: Date.now() - (at % 400) * 86_400_000,
    });
    rows.customers?.push(customer);
    if (isCompany)
      rows.contacts?.push(newContact({ customerId: customer.id, name: person, emails: [addressOf(at)] }));
    if (at % 10 === 0)
      rows.interactions?.push(newInteraction({ customerId: customer.id, at, text: `${word(dice)} ${NOTE}` }));
  }
  await store.addMany({ id: newId(), what: 'sample-loaded', source: { kind: 'import', url: '' }, rows });
  store.close();
  return performance.now() - began;
}

async function timed(times: number, act: (at: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await act(at);
    took.push(performance.now() - began);
  }
  return took;
}

/** Milliseconds of each of many look-ups over `stored` customers: by key to the customer, the card, a typed search. */
async function lookUps(
  stored: number,
  times: number,
): Promise<{ byKey: number[]; card: number[]; search: number[] }> {
  const store = await openStore();
  const some = () => Math.floor(Math.random() * stored);
  const found: string[] = [];
  const byKey = await timed(times, async () => {
    const hits = await store.byKeys([`e:${addressOf(some())}`]);
    const id = hits[0]?.customerId ?? '';
    const [customer] = await store.customers([id]);
    if (!customer) throw new Error('a stored customer was not found');
    found.push(id);
  });
  const card = await timed(times, async (at) => {
    if (!(await store.card(found[at] ?? ''))) throw new Error('a stored customer has no card');
  });
  const search = await timed(Math.ceil(times / 10), async () => {
    if ((await store.search(`firm-${some()}`)).length === 0) throw new Error('the search found nothing');
  });
  store.close();
  return { byKey, card, search };
}

/** Milliseconds of each of many readings of what a customer is worth, as the card shows it; of those who have a ledger. */
async function figures(times: number): Promise<number[]> {
  const store = await openStore();
  const { rows } = await store.insights({ limit: times });
  if (rows.length === 0) throw new Error('no customer has figures');
  const took = await timed(times, async (at) => {
    const [one] = await store.insightsOf([rows[(at * 7) % rows.length]?.insight.id ?? '']);
    if (!one) throw new Error('a customer lost their figures');
  });
  store.close();
  return took;
}

const CADENCES = { 'best-core': 14, core: 30, ordinary: 90, expendable: null };

/** Gives every customer a ledger of some purchases, and works out all that is derived from it. */
async function buy(): Promise<void> {
  const store = await openStore();
  const today = Math.floor(Date.now() / DAY_MS);
  for (const part of await pages(store)) {
    const ledgers = part.map((id, at) => ({ id, customerId: id, entries: purchases(at, today) }));
    const change = { id: newId(), what: 'sample-loaded', source: { kind: 'import', url: '' } } as const;
    await store.addMany({ ...change, rows: { ledgers } });
  }
  await store.refresh({ now: Date.now(), today: dateOfDay(today) });
  store.close();
}

async function pages(store: Awaited<ReturnType<typeof openStore>>): Promise<string[][]> {
  const all: string[][] = [];
  for (let after: { name: string; id: string } | undefined; ; ) {
    const page = await store.list({ limit: 5_000, ...(after && { after }) });
    const last = page.at(-1);
    if (!last) return all;
    all.push(page.filter(({ sample }) => !sample).map(({ id }) => id));
    after = { name: last.name, id: last.id };
  }
}

function purchases(at: number, today: number): Entry[] {
  const gap = 10 + ((at * 37) % 90);
  const count = 2 + ((at * 13) % 9);
  return Array.from({ length: count }, (_, i) => ({
    ...{ id: newId(), importId: null, kind: 'sale' as const, saleClass: null, costMinor: null, note: '' },
    date: dateOfDay(today - ((at * 7) % 200) - i * gap),
    amount: { minor: 1_000 + ((at * 91) % 9_000), currency: 'EUR' },
    product: `P${at % 40}`,
    category: `G${(at + i) % 6}`,
  }));
}

/** The time of day at which risks were last worked out here; each time a day later. */
let clock = Date.now();
const refresh = () => ({ now: clock, today: Math.floor(clock / DAY_MS), cadences: CADENCES });

/** All figures are worked out and written anew. */
async function rewriteFigures(): Promise<void> {
  const store = await openStore();
  await store.refresh({ now: Date.now(), today: dateOfDay(Math.floor(Date.now() / DAY_MS)), force: true });
  store.close();
}

/** Milliseconds of a refresh of all risks from what is stored, a day later than the last one. */
async function allRisks(): Promise<number> {
  const store = await openStore();
  clock += DAY_MS;
  const [took = 0] = await timed(1, async () => void (await store.refreshRisks(refresh())));
  store.close();
  return took;
}

/** Milliseconds of those of single customers, one after the other. */
async function singleRisks(times: number): Promise<number[]> {
  const store = await openStore();
  const ids = (await store.list({ limit: times })).map(({ id }) => id);
  const took = await timed(ids.length, async (at) => {
    await store.refreshRisks({ ...refresh(), customerIds: [ids[at] ?? ''] });
  });
  store.close();
  return took;
}

/** Somebody is erased, and with them what is packed of all. */
async function eraseOne(): Promise<void> {
  const store = await openStore();
  const [one] = await store.list({ limit: 1 });
  if (one) await store.eraseCustomer(one.id, { kind: 'sidebar', url: '' });
  store.close();
}

export interface InPage {
  fill: typeof fill;
  lookUps: typeof lookUps;
  typed: typeof typed;
  namesInText: typeof namesInText;
  figures: typeof figures;
  buy: typeof buy;
  rewriteFigures: typeof rewriteFigures;
  allRisks: typeof allRisks;
  singleRisks: typeof singleRisks;
  eraseOne: typeof eraseOne;
}
Object.assign(globalThis, {
  bench: {
    ...{ fill, lookUps, typed, namesInText, figures, buy },
    ...{ rewriteFigures, allRisks, singleRisks, eraseOne },
  } satisfies InPage,
});
