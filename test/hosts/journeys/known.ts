import { addContact, addCustomer, addReminder } from '../../../utils/store/actions';
import { openStore } from '../../../utils/store/index';

/**
 * The customers that the user has before the journeys begin, written by the product's own store. Bundled and run
 * inside one of the extension's pages (see session.ts).
 */
const source = { kind: 'dashboard', url: '' } as const;
const DAY_MS = 86_400_000;

async function addSongtao(store: Awaited<ReturnType<typeof openStore>>): Promise<void> {
  const { customerId } = await addCustomer(store, source, {
    name: '松涛印务有限公司',
    kind: 'company',
    domains: ['songtao-print.example'],
    codes: ['LT-20418'],
    tier: 'best-core',
    stage: 'loyal',
    valueToDate: { minor: 128_000_000, currency: 'CNY' },
    riskLevel: 'high',
    riskReasons: ['little-contact'],
    country: 'CN',
  });
  await addContact(store, source, {
    customerId,
    name: '顾清和',
    emails: ['gu.qinghe@songtao-print.example'],
  });
}

async function addFernhill(store: Awaited<ReturnType<typeof openStore>>): Promise<void> {
  const { customerId } = await addCustomer(store, source, {
    name: 'Fernhill Books',
    kind: 'company',
    emails: ['accounts@fernhill-books.example'],
    phones: ['+44 20 7946 0300'],
    tier: 'core',
    stage: 'active',
    valueToDate: { minor: 4_820_000, currency: 'GBP' },
    riskLevel: 'low',
    country: 'GB',
  });
  await addContact(store, source, {
    customerId,
    name: 'Hannah Price',
    emails: ['hannah.price@fernhill-books.example'],
    phones: ['+44 20 7946 0318'],
  });
}

async function addNordlys(store: Awaited<ReturnType<typeof openStore>>): Promise<void> {
  const { customerId } = await addCustomer(store, source, {
    name: 'Nordlys Trykk',
    kind: 'company',
    tier: 'ordinary',
    stage: 'active',
    valueToDate: { minor: 910_000, currency: 'EUR' },
    country: 'NO',
  });
  await addContact(store, source, {
    customerId,
    name: 'Oscar Lindqvist',
    emails: ['oscar@nordlys-trykk.example'],
  });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const local = Temporal.Instant.fromEpochMilliseconds(Date.now() - DAY_MS)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString()
    .slice(0, 16);
  await addReminder(store, source, { customerId, reason: 'Ask about the late pallet', local, zone });
}

async function addKnown(): Promise<void> {
  const store = await openStore();
  await addSongtao(store);
  await addFernhill(store);
  await addNordlys(store);
  await addCustomer(store, source, {
    name: 'Priya Nair',
    company: 'Saltmarsh Press',
    emails: ['priya.nair@saltmarsh-press.example'],
    tier: 'ordinary',
  });
  await addCustomer(store, source, {
    name: '罗文博',
    company: '金阙传媒',
    emails: ['luo.wenbo@jinque-media.example'],
    stage: 'target',
  });
  store.close();
}

Object.assign(globalThis, { addKnown });
