import { openFile } from '../../../utils/import/open';
import type { Plan } from '../../../utils/import/plan';
import { beginImport, runImport } from '../../../utils/import/run';
import type { ImportRow, Store } from '../../../utils/store/index';

export const DEFAULTS = { currency: 'CNY', country: 'CN', latest: '2026-11-23' };
const NOW = Date.UTC(2026, 10, 22);

export const fileOf = (text: string | BlobPart[], name = 'rows.csv'): File =>
  new File(typeof text === 'string' ? [text] : text, name);

/** Notes an import of a file by the plan that it suggests, changed by `patch`; returns its id. */
export async function begun(store: Store, file: File, patch: Partial<Plan> = {}): Promise<string> {
  const { opening } = await openFile(store, file, DEFAULTS);
  const plan = { ...opening.plan, ...patch };
  return beginImport(store, file, { name: file.name, headers: opening.headers, plan, now: NOW });
}

/** Carries an import out, as the worker does. */
export const carriedOut = (store: Store, id: string): Promise<ImportRow> =>
  runImport(store, id, { signal: new AbortController().signal, onProgress: () => undefined });

export const imported = async (store: Store, text: string | BlobPart[], patch: Partial<Plan> = {}) =>
  carriedOut(store, await begun(store, fileOf(text), patch));

/** All refused rows of an import: line and reason. */
export async function refused(store: Store, id: string): Promise<Array<[number, string]>> {
  const parts = await store.rejects(id, -1, 1_000);
  return parts.flatMap(({ rows }) => rows.map(({ line, reason }): [number, string] => [line, reason.id]));
}

/** All that stands in the store of customers and their entries, without ids and times: to compare two ways to the same end. */
export async function contents(store: Store) {
  const customers = await store.list({ limit: 100_000 });
  const found = [];
  for (const { id, name, codes, emails, phones, referredBy } of customers) {
    const card = await store.card(id);
    const ledger = await store.ledger(id);
    const referrer = referredBy ? ((await store.customers([referredBy]))[0]?.name ?? 'gone') : null;
    found.push({
      ...{ name, codes, emails, phones, referrer },
      contacts: (card?.contacts ?? []).map((one) => `${one.name} ${one.emails.join()}`).sort(),
      notes: (card?.interactions ?? []).map(({ text }) => text).sort(),
      entries: (ledger?.entries ?? [])
        .map(
          (entry) =>
            `${entry.date} ${entry.kind} ${entry.amount.minor} ${entry.amount.currency} ${entry.product}`,
        )
        .sort(),
    });
  }
  return found.sort((a, b) => (a.name + a.codes < b.name + b.codes ? -1 : 1));
}
