import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Content } from '../../../components/sidebar/props';
import type { PageMatch, PagePerson } from '../../../utils/customer/page-match';
import { openStore, type Store } from '../../../utils/store';
import { addCustomer, addReminder, removeCustomer } from '../../../utils/store/actions';
import { type Controller, createController } from '../../../utils/ui/controller';
import type { Host } from '../../../utils/ui/host';
import { companyGuess } from '../../../utils/ui/resolve-live';

/** Long enough for a machine that does other things as well. */
const until = <T,>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 8_000, interval: 20 });

const DAY = 86_400_000;
const source = { kind: 'dashboard' as const, url: '' };
let store: Store;
let controller: Controller;
let drafts: Map<string, { text: string; kind: 'note' | 'mail' | 'call' | 'meeting' | 'visit' }>;
let host: Host;
let count = 0;

beforeEach(async () => {
  store = await openStore({ name: `ui-${++count}` });
  drafts = new Map();
  host = {
    now: Date.now,
    zone: 'UTC',
    leave: () => {},
    readDraft: (id) => drafts.get(id) ?? null,
    writeDraft: (id, draft) => Boolean(draft.text ? drafts.set(id, draft) : drafts.delete(id) || true),
    remindersChanged: vi.fn(),
    revealRow: vi.fn(),
    readSelection: async () => '',
    setCollapsed: vi.fn(),
    setSide: vi.fn(async () => {}),
    openDashboard: vi.fn(),
    openSidePanel: vi.fn(),
    teach: vi.fn(),
    reload: vi.fn(),
  };
  controller = createController(store, host);
});
afterEach(() => store.close());

const someone = (over: Partial<PagePerson> = {}): PagePerson => ({
  kind: 'email',
  value: 'jo.abara@quayside.test',
  name: 'Jo Abara',
  role: 'counterpart',
  confidence: 0.9,
  evidence: 'header address near the subject',
  hits: [],
  ...over,
});

function see(people: PagePerson[], state: PageMatch['state'], title = 'Order 17'): void {
  const url = 'https://mail.corner.example/17';
  controller.given.match.value = { url, title, site: null, seenAt: 1, state, people };
}

const actions = () => controller.props.value.actions;
/** Waits until the sidebar shows this kind of content. */
const shows = <K extends Content['kind']>(kind: K): Promise<Extract<Content, { kind: K }>> =>
  until(() => {
    const { content } = controller.props.value;
    if (content.kind !== kind) throw new Error(`shows ${content.kind}`);
    return content as Extract<Content, { kind: K }>;
  });
const known = (name = 'Jo Abara', email = 'jo.abara@quayside.test') =>
  addCustomer(store, source, { name, emails: [email], tier: 'core' });

describe('who is shown', () => {
  test('unknown, then added with one click, then known; Undo makes them unknown again', async () => {
    see([someone()], 'unknown');
    const unknown = await shows('unknown');
    expect(unknown.company).toBe('Quayside');
    expect(companyGuess({ kind: 'email', value: 'jo@mail.north-bank.co.test' })).toBe('North Bank');
    expect(companyGuess({ kind: 'email', value: 'jo@gmail.com' })).toBe('');
    actions().add({ name: 'Jo Abara', emails: ['jo.abara@quayside.test'] });
    expect((await shows('card')).card.customer.name).toBe('Jo Abara');
    await until(() => expect(controller.props.value.toast?.onUndo).toBeDefined());
    controller.props.value.toast?.onUndo?.();
    await shows('unknown');
  });

  test('an address attached to a company makes its person a contact there', async () => {
    const { customerId } = await addCustomer(store, source, {
      name: 'Quayside Foods',
      kind: 'company',
      emails: ['info@quayside.example'],
    });
    see([someone()], 'unknown');
    await shows('unknown');
    actions().attach(customerId);
    const { card, person } = await shows('card');
    expect(card.customer.id).toBe(customerId);
    expect(person?.contact?.name).toBe('Jo Abara');
  });

  test('an address can be kept with any customer that is found', async () => {
    const { customerId } = await known('Ola Berg', 'ola@northbank.test');
    see([someone()], 'unknown');
    await shows('unknown');
    actions().search('berg');
    await until(async () => {
      const { search } = await shows('unknown');
      expect(search.found?.map(({ customer }) => customer.name)).toEqual(['Ola Berg']);
    });
    actions().attach(customerId);
    expect((await shows('card')).card.customer.emails).toContain('jo.abara@quayside.test');
    see([someone({ value: 'new@nobody.test', name: 'New' })], 'unknown');
    await until(async () => expect((await shows('unknown')).search).toEqual({ query: '', found: null }));
  });

  test('another mail clears the one before at once and forgets what was picked there', async () => {
    await known();
    await known('Ola Berg', 'ola@northbank.test');
    const ola = someone({ value: 'ola@northbank.test', name: 'Ola Berg', role: 'participant' });
    see([someone(), ola], 'matched');
    expect((await shows('card')).card.customer.name).toBe('Jo Abara');
    actions().choose('email:ola@northbank.test');
    expect(controller.props.value.content.kind).toBe('loading');
    expect((await shows('card')).card.customer.name).toBe('Ola Berg');
    see([someone(), ola], 'matched', 'Another mail');
    expect(controller.props.value.content.kind).toBe('loading');
    expect((await shows('card')).card.customer.name).toBe('Jo Abara');
  });

  test('a near-tie asks, and the answer is shown with a way back', async () => {
    see([someone(), someone({ value: 'b@quayside.test', role: 'participant', confidence: 0.85 })], 'ask');
    const { people } = await shows('ask');
    expect(people).toHaveLength(2);
    actions().choose('email:b@quayside.test');
    await shows('unknown');
    expect(controller.props.value.back).toBe('list');
    actions().goBack();
    await shows('ask');
  });

  test('the same address of two customers is offered twice', async () => {
    const one = await known('Jo Abara');
    const two = await known('Jo Abara (old)');
    const hits = [one, two].map(({ customerId }) => ({
      customerId,
      contactId: null,
      via: 'email' as const,
      strength: 1,
    }));
    see([someone({ hits })], 'matched');
    await shows('card');
    const keys = controller.props.value.people.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    actions().choose(keys[1] ?? '');
    expect((await shows('card')).card.customer.id).toBe(two.customerId);
  });

  test('a list shows its customers, and choosing one shows its row in the page', async () => {
    const { customerId } = await known();
    const hits = [{ customerId, contactId: null, via: 'email' as const, strength: 1 }];
    see([someone({ role: 'row', value: 'x@nobody.test' }), someone({ role: 'row', hits })], 'list');
    await until(() => expect(controller.props.value.people).toHaveLength(1));
    expect((await shows('list')).rows[0]?.customer.id).toBe(customerId);
    actions().choose('email:jo.abara@quayside.test');
    expect(host.revealRow).toHaveBeenCalledExactlyOnceWith('jo.abara@quayside.test');
    await shows('card');
  });

  test('nobody is nobody', async () => {
    controller.given.match.value = null;
    await shows('none');
  });

  test('beside a page that is being left for the next one, nobody is said to be nobody', async () => {
    controller.given.collapsed.value = false; // in the page, not in the panel
    controller.given.match.value = null;
    await shows('loading');
  });
});

describe('what is due', () => {
  const dueOne = async (name = 'Ola Berg') => {
    const { customerId } = await known(name, 'ola@northbank.test');
    const local = '2026-01-02T09:00';
    await addReminder(store, source, { customerId, reason: 'Call back', local, zone: 'UTC' });
    return customerId;
  };

  test('opens beside the page, one of its people opens from there, and both ways back work', async () => {
    await known();
    const ola = await dueOne();
    see([someone()], 'matched');
    await shows('card');
    actions().showDue();
    // key accounts whose check-lists were never begun may stand behind it by now
    const [first] = (await shows('due')).items;
    expect(first).toMatchObject({ customer: { id: ola }, reminder: { reason: 'Call back' } });
    actions().openCustomer(ola);
    const opened = await shows('card');
    expect([opened.card.customer.name, opened.person]).toEqual(['Ola Berg', null]);
    expect(controller.props.value.back).toBe('due');
    actions().goBack();
    await shows('due');
    actions().openCustomer(ola);
    actions().toPage();
    await until(async () => expect((await shows('card')).card.customer.name).toBe('Jo Abara'));
    expect(controller.props.value.back).toBe(null);
  });

  test('Done there takes the line away, tells the alarms, and can be undone', async () => {
    await dueOne();
    actions().showDue();
    const [item] = (await shows('due')).items;
    if (item) actions().doneDue(item);
    // a key account whose check-list was never begun may be due by now as well
    const left = async () => (await shows('due')).items.filter(({ kind }) => kind === item?.kind);
    await until(async () => expect(await left()).toEqual([]));
    await until(() => expect(host.remindersChanged).toHaveBeenCalled());
    controller.props.value.toast?.onUndo?.();
    await until(async () => expect(await left()).toHaveLength(1));
  });

  test('a note for someone opened from there is not about the page in front', async () => {
    const ola = await dueOne();
    see([someone()], 'unknown');
    actions().openCustomer(ola);
    await shows('card');
    actions().saveNote({ text: 'Sent the list', kind: 'note' });
    await until(async () =>
      expect((await store.card(ola))?.interactions[0]).toMatchObject({ text: 'Sent the list', page: null }),
    );
  });

  test('new mail in the title leaves it open; another page closes it; who is removed leaves it', async () => {
    const ola = await dueOne();
    see([someone()], 'unknown');
    actions().showDue();
    await shows('due');
    see([someone()], 'unknown', '(1) Order 17');
    await shows('due');
    actions().openCustomer(ola);
    await shows('card');
    await removeCustomer(store, source, ola);
    expect((await shows('due')).items).toEqual([]);
    see([someone({ value: 'b@quayside.test' })], 'unknown');
    await shows('unknown');
  });
});

test('the margin goes to the other side, and says so where that cannot be kept', async () => {
  actions().moveTo('left');
  expect(host.setSide).toHaveBeenCalledExactlyOnceWith('left');
  vi.mocked(host.setSide).mockRejectedValueOnce(new Error('full'));
  actions().moveTo('right');
  await until(() => expect(controller.props.value.toast?.bad).toBe(true));
});

describe('what is done', () => {
  test('a draft outlives the sidebar; saving makes it a note with its page and forgets the draft', async () => {
    const { customerId } = await known();
    see([someone()], 'matched');
    await shows('card');
    actions().draft({ text: 'Call back', kind: 'call' });
    expect(drafts.get(customerId)).toEqual({ text: 'Call back', kind: 'call' });
    controller = createController(store, host);
    see([someone()], 'matched');
    const { draft } = await shows('card');
    expect(draft).toEqual({ text: 'Call back', kind: 'call' });
    actions().saveNote(draft);
    await until(async () => {
      const [note] = (await store.card(customerId))?.interactions ?? [];
      expect(note).toMatchObject({ text: 'Call back', kind: 'call', page: { title: 'Order 17' } });
    });
    await until(() => expect(drafts.has(customerId)).toBe(false));
    await until(() => expect(controller.props.value.toast?.onUndo).toBeDefined());
    controller.props.value.toast?.onUndo?.();
    await until(() => expect(drafts.get(customerId)).toEqual(draft));
    await until(async () => {
      const card = await shows('card');
      expect([card.draft, card.card.interactions]).toEqual([draft, []]);
    });
  });

  test('a note that cannot be written stays a draft, and the toast says why', async () => {
    const { customerId } = await known();
    see([someone()], 'matched');
    await shows('card');
    actions().draft({ text: 'Call back', kind: 'note' });
    const full = Object.assign(new Error('full'), { name: 'StoreFull' });
    vi.spyOn(store, 'commit').mockRejectedValue(full);
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    actions().saveNote({ text: 'Call back', kind: 'note' });
    await until(() => expect(controller.props.value.toast?.bad).toBe(true));
    expect(drafts.get(customerId)?.text).toBe('Call back');
  });

  test('Done without a reminder starts the cadence again; snooze sets a reminder; alarms are told', async () => {
    const { customerId } = await known();
    see([someone()], 'matched');
    await shows('card');
    actions().contacted();
    await until(async () => {
      const [customer] = await store.customers([customerId]);
      expect(Date.now() - (customer?.lastContactAt ?? 0)).toBeLessThan(DAY);
      expect(customer?.lastContactAt).toBeGreaterThan(0);
    });
    actions().snooze({ local: '2030-01-02T09:00' });
    await until(async () =>
      expect((await store.card(customerId))?.reminders[0]?.local).toBe('2030-01-02T09:00'),
    );
    await until(() => expect(host.remindersChanged).toHaveBeenCalledTimes(2));
  });

  test('what a figure was is in the history at once', async () => {
    await known();
    see([someone()], 'matched');
    await shows('card');
    actions().edit({ valueToDate: { minor: 5_000, currency: 'USD' } });
    await until(async () => {
      const { history, card } = await shows('card');
      expect(card.customer.valueToDate?.minor).toBe(5_000);
      expect(history[0]?.what).toBe('customer-edited');
      expect(history[0]?.source).toEqual({ kind: 'sidebar', url: 'https://mail.corner.example/17' });
    });
  });
});
