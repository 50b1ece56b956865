import type { Content, SidebarProps } from '../../../components/sidebar/props';
import type { Customer } from '../../../utils/customer/model';
import * as make from '../support/fixtures';
import { insight, losingInsight, worth } from '../support/worth';

const { NOW, cardContent, customer, person, sidebarProps } = make;
const DAY = 86_400_000;

const chinese: Partial<Customer> = {
  name: '恒信机械制造有限公司',
  valueToDate: { minor: 128_450_000, currency: 'CNY' },
  valueNext12: { minor: 36_000_000, currency: 'CNY' },
  valueReferred: null,
  needs: [
    { kind: 'delivery', text: '五个工作日内到货' },
    { kind: 'quality', text: '' },
  ],
  tags: ['框架合同', '金属'],
};

function chineseCard(): SidebarProps {
  const who = customer(chinese);
  return sidebarProps({
    content: cardContent({
      customer: who,
      contacts: [make.contact(who.id, { name: '李雪梅', title: '采购经理' })],
      interactions: [
        make.interaction(who.id, { text: '续签前想看新报价单，提到另一家的报价更低。' }),
        make.interaction(who.id, { kind: 'visit', at: NOW - 61 * DAY, text: '参观了新厂房。' }),
      ],
      reminders: [make.reminder(who.id, { reason: '续签框架合同' })],
      complaints: [make.complaint(who.id, { text: '两托盘货物受潮，要求开具贷项凭证。' })],
    }),
  });
}

const long = 'Hengxin '.repeat(1250);
const hostile = `<script>alert(1)</script> ‮desrever 👩‍👩‍👧‍👦 مرحبا بالعالم ${long}`;

function hostileCard(): SidebarProps {
  const who = customer({ name: hostile, tags: [hostile, 'x'.repeat(5000)], riskNote: hostile });
  return sidebarProps({
    content: cardContent({
      customer: who,
      contacts: [make.contact(who.id, { name: hostile, title: 'y'.repeat(3000) })],
      interactions: [make.interaction(who.id, { text: 'z'.repeat(10_000) })],
      reminders: [make.reminder(who.id, { reason: hostile })],
      complaints: [make.complaint(who.id, { text: hostile })],
    }),
  });
}

const others = [
  person({ key: 'a', role: 'counterpart', via: 'email', customer: customer() }),
  person({
    key: 'b',
    role: 'participant',
    forwarded: true,
    value: 'jo.abara@quayside.test',
    name: 'Jo Abara',
    customer: customer({ name: 'Jo Abara', kind: 'person', company: 'Quayside Foods', tier: 'ordinary' }),
    via: 'email',
  }),
  person({ key: 'c', role: 'mention', value: 'p.oyelaran@northbank.test', name: '' }),
];

function quietCard(): SidebarProps {
  const who = customer({
    kind: 'person',
    name: 'Jo Abara',
    company: 'Quayside Foods',
    title: 'Buyer',
    tier: null,
    stage: 'potential',
    valueToDate: null,
    valueNext12: null,
    valueReferred: null,
    riskLevel: null,
    riskReasons: [],
    needs: [],
    tags: [],
  });
  return sidebarProps({
    content: cardContent({ customer: who, contacts: [], interactions: [], reminders: [], complaints: [] }),
    dueCount: 0,
  });
}

const list = [
  [customer(), NOW - 12 * DAY],
  [customer({ name: 'Quayside Foods', riskLevel: 'medium', tier: 'core' }), NOW],
  [customer({ name: '青禾食品', riskLevel: 'low', tier: 'ordinary' }), NOW + 3 * DAY],
  [customer({ name: 'Jo Abara', kind: 'person', tier: null, riskLevel: null }), null],
] as const;

const soon = [{ id: 'tomorrow', text: 'Tomorrow', local: '2026-11-26T09:00', detail: 'Thu, 26 Nov, 09:00' }];

export function dueContent(): Extract<Content, { kind: 'due' }> {
  const [late, calm, claim] = [
    customer(),
    customer({ name: '青禾食品', tier: 'core' }),
    customer({ name: 'Quayside Foods', tier: null }),
  ];
  const rest = { reminder: null, complaint: null };
  return {
    kind: 'due',
    total: 3,
    snoozes: soon,
    items: [
      { ...rest, kind: 'reminder', customer: late, reminder: make.reminder(late.id), dueAt: NOW - 2 * DAY },
      { ...rest, kind: 'cadence', customer: calm, dueAt: NOW - DAY },
      { ...rest, kind: 'complaint', customer: claim, complaint: make.complaint(claim.id), dueAt: NOW },
    ],
  };
}

function worthCard(losing = false): SidebarProps {
  const who = customer({ tier: losing ? 'expendable' : 'best-core', tierPinned: losing ? 'ordinary' : null });
  const content = cardContent({ customer: who, insight: losing ? losingInsight() : insight() });
  return sidebarProps({ content: { ...content, worth: worth(who) } as Content });
}

/** Every state that the sidebar is in, by name. */
export const STATES: Record<string, () => SidebarProps> = {
  card: () => sidebarProps({ people: others, current: 'a' }),
  worth: () => worthCard(),
  losing: () => worthCard(true),
  chinese: chineseCard,
  quiet: quietCard,
  hostile: hostileCard,
  toast: () =>
    sidebarProps({
      toast: { id: '1', text: 'Note saved', onUndo: () => {}, what: 'note-added' },
    }),
  note: () => {
    const content = cardContent();
    return sidebarProps({
      content: {
        ...content,
        draft: { text: 'Asked for\nthe new price list', kind: 'call' },
      } as typeof content,
    });
  },
  domain: () => {
    const content = cardContent();
    return sidebarProps({
      content: {
        ...content,
        person: person({ via: 'domain', customer: customer(), value: 'new.face@hengxin.example' }),
      } as typeof content,
    });
  },
  unknown: () =>
    sidebarProps({
      content: {
        kind: 'unknown',
        person: person({ value: 'jo.abara@quayside.test', name: 'Jo Abara' }),
        company: 'Quayside',
        search: { query: '', found: null },
        likely: [
          { customer: customer({ name: 'Quayside Foods', tier: 'core' }), why: 'domain' },
          { customer: customer({ name: 'Jo Abara', kind: 'person', tier: null }), why: 'name' },
        ],
      },
    }),
  resolved: () => {
    const who = customer();
    const done = make.complaint(who.id, {
      status: 'resolved',
      resolution: 'Credit note sent; new packing agreed.',
      resolvedAt: NOW - DAY,
    });
    return sidebarProps({ content: cardContent({ customer: who, complaints: [done] }) });
  },
  ask: () => sidebarProps({ content: { kind: 'ask', people: others } }),
  list: () =>
    sidebarProps({
      content: {
        kind: 'list',
        rows: list.map(([who, dueAt]) => ({
          person: person({ key: who.id, role: 'row', customer: who, via: 'email' }),
          customer: who,
          dueAt,
        })),
      },
    }),
  due: () => sidebarProps({ content: dueContent(), back: 'page' }),
  'due-none': () =>
    sidebarProps({ content: { ...dueContent(), items: [], total: 0 }, back: 'page', dueCount: 0 }),
  opened: () => {
    const content = cardContent();
    return sidebarProps({
      content: { ...content, person: null } as typeof content,
      current: null,
      back: 'due',
    });
  },
  none: () => sidebarProps({ content: { kind: 'none' }, dueCount: 0 }),
  loading: () => sidebarProps({ content: { kind: 'loading' } }),
  denied: () => sidebarProps({ content: { kind: 'trouble', trouble: 'denied' } }),
  newer: () => sidebarProps({ readOnly: true }),
  rail: () => sidebarProps({ collapsed: true }),
};
