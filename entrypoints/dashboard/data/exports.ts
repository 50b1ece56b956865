import { zip } from 'fflate';
import type { ExportKind } from '../../../components/dashboard/data/view';
import { t } from '../../../utils/i18n';
import type { Rows, Store, TableName } from '../../../utils/store';
import { csvText } from '../../../utils/transfer/csv-write';
import { type CalendarEvent, calendar } from '../../../utils/transfer/export/calendar';
import * as tables from '../../../utils/transfer/export/tables';
import { contactCard, customerCard } from '../../../utils/transfer/export/vcard';

export interface ExportFile {
  name: string;
  file: Blob;
}

/** A file of all that the store holds of one kind. */
export async function exportFile(store: Store, kind: ExportKind): Promise<ExportFile> {
  const day = Temporal.Now.plainDateISO().toString();
  const [ending, type] = FORMS[kind];
  const content = await MAKERS[kind](store);
  return { name: `margin-${kind}-${day}.${ending}`, file: new Blob([content], { type }) };
}

const CSV = ['csv', 'text/csv'] as const;
const FORMS: Readonly<Record<ExportKind, readonly [ending: string, type: string]>> = {
  customers: CSV,
  ledger: CSV,
  notes: CSV,
  contacts: CSV,
  calendar: ['ics', 'text/calendar'],
  vcard: ['vcf', 'text/vcard'],
  everything: ['zip', 'application/zip'],
};

const MAKERS: Readonly<Record<ExportKind, (store: Store) => Promise<BlobPart>>> = {
  customers,
  ledger,
  notes: async (store) => {
    const name = await naming(store);
    const rows = (await all(store, 'interactions')).map((row) => tables.noteCells(row, name(row.customerId)));
    const headers = [
      'field_name',
      'field_at',
      'popup_kind',
      'popup_note',
      'field_page',
      'field_pageTitle',
    ] as const;
    return csvText(
      headers.map((key) => t(key)),
      rows,
    );
  },
  contacts: async (store) => {
    const name = await naming(store);
    const rows = (await all(store, 'contacts')).map((row) => tables.contactCells(row, name(row.customerId)));
    const headers = ['company', 'contact', 'title', 'email', 'phone'] as const;
    return csvText(
      headers.map((key) => t(`import_field_${key}`)),
      rows,
    );
  },
  calendar: async (store) => {
    const name = await naming(store);
    const events: CalendarEvent[] = (await all(store, 'reminders'))
      .filter(({ state }) => state === 'open')
      .map((reminder) => ({ reminder, name: name(reminder.customerId) }));
    return calendar(events, Date.now());
  },
  vcard: async (store) => {
    const name = await naming(store);
    const own = (await all(store, 'customers')).map(customerCard);
    const others = (await all(store, 'contacts')).map((row) => contactCard(row, name(row.customerId)));
    return [...own, ...others].join('');
  },
  everything,
};

async function all<T extends TableName>(store: Store, table: T): Promise<Rows[T][]> {
  const rows: Rows[T][] = [];
  await store.scan(table, (some) => {
    for (const row of some) rows.push(row);
  });
  return rows;
}

async function naming(store: Store): Promise<(id: string) => string> {
  const names = new Map<string, string>();
  await store.scan('customers', (rows) => {
    for (const { id, name } of rows) names.set(id, name);
  });
  return (id) => names.get(id) ?? '';
}

async function customers(store: Store): Promise<string> {
  const rows = await all(store, 'customers');
  const known = new Map(rows.map((row) => [row.id, row.codes[0] ?? row.name]));
  const headers = tables.CUSTOMER_COLUMNS.map((field) => t(`import_field_${field}`));
  return csvText(
    headers,
    rows.map((row) => tables.customerCells(row, known.get(row.referredBy ?? '') ?? '')),
  );
}

async function ledger(store: Store): Promise<string> {
  const who = new Map((await all(store, 'customers')).map((row) => [row.id, row]));
  const rows: string[][] = [];
  await store.scan('ledgers', (ledgers) => {
    for (const one of ledgers) {
      const customer = who.get(one.customerId);
      if (!customer) continue;
      for (const cells of tables.entryCells(one, customer.codes[0] ?? customer.name, customer.name))
        rows.push(cells);
    }
  });
  const headers = tables.ENTRY_COLUMNS.map((field) => t(`import_field_${field}`));
  return csvText(headers, rows);
}

/** Every table as it is stored, a file each; and the ledgers entry by entry. */
async function everything(store: Store): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = {};
  const encoder = new TextEncoder();
  for (const table of store.tables) {
    const rows: object[] = await all(store, table);
    const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
      (field) => field !== 'keys' && field !== 'terms',
    );
    if (rows.length > 0)
      files[`${table}.csv`] = encoder.encode(
        csvText(
          fields,
          rows.map((row) => tables.plainCells(row, fields)),
        ),
      );
  }
  files['entries.csv'] = encoder.encode(await ledger(store));
  return new Promise((resolve, reject) => {
    zip(files, (error, bytes) => (error ? reject(error) : resolve(bytes as Uint8Array<ArrayBuffer>)));
  });
}
