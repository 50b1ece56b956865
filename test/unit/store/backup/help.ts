import { newId } from '../../../../utils/id';
import type { BackupKey, Bytes } from '../../../../utils/store/backup/cipher';
import {
  newContact,
  newCustomer,
  newEntry,
  newInteraction,
  newReminder,
} from '../../../../utils/store/drafts';
import { openStore, type Store } from '../../../../utils/store/index';
import { loadSample } from '../../../../utils/store/sample';
import { TABLES } from '../../../../utils/store/schema';
import { change } from '../help';

/** What a backup is written into: gathered in memory. */
export function gathering(): { target: WritableStream<Bytes>; file: () => Blob } {
  const parts: Bytes[] = [];
  const target = new WritableStream<Bytes>({
    write(chunk) {
      parts.push(chunk);
    },
  });
  return { target, file: () => new Blob(parts) };
}

export async function backupOf(store: Store, key: BackupKey | null = null): Promise<Blob> {
  const { target, file } = gathering();
  await store.backup(target, { key, app: '0.1.0', settings: { theme: 'dark' } });
  return file();
}

/** A store with every kind of row: the samples, and a customer with all that can hang on one. */
export async function filled(): Promise<{ store: Store; id: string }> {
  const store = await openStore({ name: newId() });
  await loadSample(store, Date.parse('2026-11-20T08:00:00Z'));
  const row = newCustomer({
    name: 'Kvitebjorn Papir',
    emails: ['torunn@kvitebjorn.example'],
    codes: ['KV-77'],
    country: 'NO',
  });
  await change(store, [{ op: 'add', table: 'customers', row }], 'customer-added');
  const customerId = row.id;
  const contact = newContact({ customerId, name: 'Torunn Moen', phones: ['22 12 34 56'] });
  const note = newInteraction({ customerId, at: 1_790_000_000_000, text: '=2+2\r\n"ja", sa hun' });
  const call = { local: '2027-03-01T09:00', zone: 'Europe/Oslo', reason: 'Ring' };
  await change(store, [
    { op: 'add', table: 'contacts', row: contact },
    { op: 'add', table: 'interactions', row: note },
    { op: 'add', table: 'reminders', row: newReminder({ customerId, ...call }) },
    { op: 'entries', customerId, put: [sale('2026-01-03', 120_000), sale('2026-04-09', 80_000)], remove: [] },
  ]);
  return { store, id: customerId };
}

export const sale = (date: string, minor: number) =>
  newEntry({ date, kind: 'sale', amount: { minor, currency: 'NOK' }, product: 'A4', category: 'Papir' });

/** All live rows, by table and id, without when they were last written. */
export async function contentOf(store: Store): Promise<Record<string, object>> {
  const all: Record<string, object> = {};
  for (const table of TABLES)
    await store.scan(table, (rows) => {
      for (const { updatedAt, ...row } of rows) all[`${table}:${row.id}`] = row;
    });
  return all;
}
