import type { NameHit, NameOwner } from '../customer/names-index';
import type { Database } from './database';
import { toContact, toCustomer } from './derive';
import type { StoredContact, StoredCustomer } from './stored';

/** Rows kept at hand: pages of one mailbox name the same people again and again. */
const MOST = 400;

/** Whose names were hit, by their rows. Rows are kept until they are written ({@link Owners.forget}). */
export class Owners {
  private readonly customers = new Map<string, StoredCustomer | undefined>();
  private readonly contacts = new Map<string, StoredContact | undefined>();

  constructor(private readonly db: Database) {}

  /** These rows were written since they were read. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) {
      this.customers.delete(id);
      this.contacts.delete(id);
    }
  }

  /** Whose hits these are, as their rows are now; who is gone is left out. */
  async of(hits: readonly NameHit[]): Promise<Map<string, NameOwner>> {
    const idsOf = (contact: boolean) => [
      ...new Set(hits.filter((hit) => hit.contact === contact).map(({ id }) => id)),
    ];
    const contacts = (await kept(this.contacts, this.db.contacts, idsOf(true))).filter(isThere);
    const ids = [...new Set([...idsOf(false), ...contacts.map(({ customerId }) => customerId)])];
    const customers = (await kept(this.customers, this.db.customers, ids)).filter(isThere).map(toCustomer);
    const byId = new Map(customers.map((row) => [row.id, row]));
    const owners = new Map<string, NameOwner>(
      customers.map((customer) => [customer.id, { customer, contact: null }]),
    );
    for (const row of contacts) {
      const customer = byId.get(row.customerId);
      if (customer) owners.set(row.id, { customer, contact: toContact(row) });
    }
    return owners;
  }
}

const isThere = <R extends { deletedAt: number | null }>(row: R | undefined): row is R =>
  row !== undefined && row.deletedAt === null;

/** Rows by id, those that are at hand without the database. */
async function kept<R>(
  known: Map<string, R | undefined>,
  table: { bulkGet(ids: string[]): PromiseLike<Array<R | undefined>> },
  ids: string[],
): Promise<Array<R | undefined>> {
  const found = new Map(ids.map((id) => [id, known.get(id)]));
  const missing = ids.filter((id) => !known.has(id));
  const rows = missing.length > 0 ? await table.bulkGet(missing) : [];
  if (known.size + missing.length > MOST) known.clear();
  missing.forEach((id, at) => {
    found.set(id, rows[at]);
    known.set(id, rows[at]);
  });
  return [...found.values()];
}
