import type { Card, Content, Person, SidebarActions, SidebarProps } from '../../../components/sidebar/props';
import { DEFAULT_SETTINGS } from '../../../utils/browser/settings';
import type { Complaint, Contact, Customer, Interaction, Reminder } from '../../../utils/customer/model';
import type { JournalEntry } from '../../../utils/store/types';

/** Invented people and companies for component tests and the gallery. Wednesday 25 November 2026, 10:00 local. */
export const NOW = new Date(2026, 10, 25, 10, 0).getTime();
const DAY = 86_400_000;
let count = 0;
const id = () => `019a0000-0000-7000-8000-${String(++count).padStart(12, '0')}`;
const stamps = (at = NOW - 200 * DAY) => ({ id: id(), createdAt: at, updatedAt: at, deletedAt: null });

export function customer(over: Partial<Customer> = {}): Customer {
  return {
    ...stamps(),
    kind: 'company',
    relation: 'direct',
    name: 'Hengxin Machinery',
    aliases: [],
    company: '',
    title: '',
    emails: ['office@hengxin.example'],
    domains: ['hengxin.example'],
    phones: ['+1 212 555 0148'],
    codes: ['C-1042'],
    addresses: [],
    owner: '',
    stage: 'active',
    tier: 'best-core',
    valueToDate: { minor: 128_450_000, currency: 'USD' },
    valueNext12: { minor: 36_000_000, currency: 'USD' },
    valueReferred: { minor: 842_000, currency: 'USD' },
    riskLevel: 'high',
    riskReasons: ['competitor', 'little-contact'],
    riskNote: '',
    needs: [
      { kind: 'delivery', text: 'within five working days' },
      { kind: 'quality', text: '' },
    ],
    tags: ['framework contract', 'metals'],
    cadenceDays: null,
    lastContactAt: NOW - 26 * DAY,
    country: 'US',
    sample: false,
    keys: [],
    terms: [],
    ...over,
  };
}

export const contact = (customerId: string, over: Partial<Contact> = {}): Contact => ({
  ...stamps(),
  customerId,
  name: 'Mara Lindqvist',
  title: 'Head of purchasing',
  emails: ['mara.lindqvist@hengxin.example'],
  phones: [],
  keys: [],
  terms: [],
  ...over,
});

export const interaction = (customerId: string, over: Partial<Interaction> = {}): Interaction => ({
  ...stamps(),
  customerId,
  kind: 'call',
  at: NOW - 26 * DAY,
  text: 'Wants the new price list before the framework contract is renewed. Mentioned an offer from a rival.',
  page: null,
  ...over,
});

export const reminder = (customerId: string, over: Partial<Reminder> = {}): Reminder =>
  ({
    ...stamps(),
    customerId,
    reason: 'Renew the framework contract',
    local: '2026-11-23T09:00',
    zone: 'UTC',
    repeat: { every: 1, unit: 'year' },
    snoozedTo: null,
    dueAt: NOW - 2 * DAY,
    state: 'open',
    doneAt: null,
    announcedFor: null,
    ...over,
  }) as Reminder;

export const complaint = (customerId: string, over: Partial<Complaint> = {}): Complaint => ({
  ...stamps(),
  customerId,
  text: 'Two pallets arrived wet; claims a credit note.',
  page: null,
  openedAt: NOW - 9 * DAY,
  dueDate: '2026-11-20',
  status: 'in-progress',
  resolvedAt: null,
  resolution: '',
  ...over,
});

export const person = (over: Partial<Person> = {}): Person => ({
  key: 'email:mara.lindqvist@hengxin.example',
  value: 'mara.lindqvist@hengxin.example',
  name: 'Mara Lindqvist',
  kind: 'email',
  role: 'counterpart',
  forwarded: false,
  customer: null,
  contact: null,
  via: null,
  ...over,
});

export function journal(who: Customer): JournalEntry[] {
  const source = { kind: 'sidebar' as const, url: 'https://mail.corner.example/inbox/17' };
  const edited = (field: keyof Customer, before: unknown, at: number): JournalEntry => ({
    id: id(),
    at,
    what: 'customer-edited',
    source,
    customerIds: [who.id],
    rows: [
      {
        table: 'customers',
        id: who.id,
        before: { ...who, [field]: before },
        after: who,
      },
    ],
    bulkIds: [] as never,
    undoes: null,
  });
  return [
    edited('tier', 'core', NOW - 3 * 3_600_000),
    edited('valueToDate', { minor: 119_000_000, currency: 'USD' }, NOW - 22 * DAY),
  ];
}

/** Nothing is recorded about their staying. */
export const unrecorded = (): Card['retention'] => ({
  defections: [],
  wallets: [],
  satisfactions: [],
  plans: [],
  guard: null,
  summary: null,
  model: null,
  curve: null,
  reasons: [],
});

export function card(over: Partial<Card> = {}): Card {
  const who = over.customer ?? customer();
  return {
    customer: who,
    contacts: [contact(who.id)],
    interactions: [
      interaction(who.id, {
        page: { url: 'https://mail.corner.example/inbox/17', title: 'Re: Price list 2027' },
      }),
      interaction(who.id, {
        kind: 'meeting',
        at: NOW - 61 * DAY,
        text: 'Visited their new hall in Reading.',
      }),
    ],
    reminders: [reminder(who.id)],
    complaints: [complaint(who.id)],
    insight: null,
    retention: unrecorded(),
    ...over,
  };
}

export function cardContent(over: Partial<Card> = {}): Content {
  const made = card(over);
  const [first] = made.contacts;
  return {
    kind: 'card',
    person: person({ customer: made.customer, contact: first ?? null, via: 'email' }),
    card: made,
    history: journal(made.customer),
    draft: { text: '', kind: 'note' },
    worth: null,
    referrer: { query: '', found: null },
  };
}

const nothing = () => {};
export const idle: SidebarActions = {
  choose: nothing,
  goBack: nothing,
  toPage: nothing,
  showDue: nothing,
  openCustomer: nothing,
  doneDue: nothing,
  snoozeDue: nothing,
  collapse: nothing,
  moveTo: nothing,
  openDashboard: nothing,
  openSidePanel: nothing,
  teach: nothing,
  retry: nothing,
  closeToast: nothing,
  undo: nothing,
  add: nothing,
  search: nothing,
  attach: nothing,
  addAlso: nothing,
  edit: nothing,
  wantWorth: nothing,
  addEntry: nothing,
  editEntry: nothing,
  removeEntry: nothing,
  setReferrer: nothing,
  remove: nothing,
  addContact: nothing,
  editContact: nothing,
  removeContact: nothing,
  draft: nothing,
  saveNote: nothing,
  editNote: nothing,
  removeNote: nothing,
  contacted: nothing,
  snooze: nothing,
  addReminder: nothing,
  doneReminder: nothing,
  removeReminder: nothing,
  addComplaint: nothing,
  editComplaint: nothing,
  removeComplaint: nothing,
  addDefection: nothing,
  pinStage: nothing,
  pageText: async () => '',
  wonBack: nothing,
  addWallet: nothing,
  addSatisfaction: nothing,
  addPlan: nothing,
  doneMeasure: nothing,
  checkGuard: nothing,
};

export function sidebarProps(over: Partial<SidebarProps> = {}): SidebarProps {
  const content = over.content ?? cardContent();
  const shown = content.kind === 'card' ? content.person : content.kind === 'unknown' ? content.person : null;
  return {
    content,
    people: shown ? [shown] : [],
    current: shown?.key ?? null,
    back: null,
    dueCount: 3,
    collapsed: false,
    changed: false,
    covered: false,
    side: 'right',
    toast: null,
    settings: DEFAULT_SETTINGS,
    now: NOW,
    zone: 'UTC',
    readOnly: false,
    actions: idle,
    ...over,
  };
}
