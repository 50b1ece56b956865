import { codeKey, emailKeys } from '../customer/identifiers';
import { newContact, newCustomer, newInteraction } from '../store/drafts';
import type { ImportCounts } from '../store/import-types';
import type { FileRow } from '../transfer/csv-stream';
import type { ReadCustomer } from '../transfer/customer-row';
import { type Reason, reason } from '../transfer/reasons';
import type { Dealer, Dealt, Work } from './batches';
import { isRefused, rowReader } from './check';
import { refuse } from './counts';
import { idOfLine, isOf } from './ids';
import type { Referrers } from './referrers';

/**
 * Reads customers: each accepted row a customer, with the person at them and the note that it names. A row of somebody who is there already is
 * refused and says so; a further row of a company of the same file brings one more person at it.
 */
export class CustomerDealer implements Dealer {
  readonly #work: Work;
  readonly #at: number;
  readonly #read: ReturnType<typeof rowReader>;
  readonly #referrers: Referrers | null;
  /** Keys that this file brought, and whose: those of the part at hand are not in the store yet. */
  #fresh = new Map<string, string>();

  /** `at`: epoch ms of the import, for its notes. */
  constructor(work: Work, at: number, referrers: Referrers | null) {
    this.#work = work;
    this.#at = at;
    this.#read = rowReader(work.plan);
    this.#referrers = referrers;
  }

  skip(): void {}

  async deal(rows: FileRow[], counts: ImportCounts): Promise<Dealt> {
    this.#fresh = new Map();
    const dealt: Dealt = {
      rows: { customers: [], contacts: [], interactions: [] },
      entries: [],
      rejects: [],
    };
    const read = rows.map((row) => {
      const what = this.#read(row);
      return isRefused(what)
        ? { row, what, keys: [] }
        : { row, what: what as ReadCustomer, keys: identifying(what as ReadCustomer) };
    });
    const owners = await this.#work.store.ownersOf(read.flatMap(({ keys }) => keys));
    for (const { row, what, keys } of read) {
      const done = isRefused(what) ? what : this.#add(row, what, keys, owners, dealt, counts);
      if (done) dealt.rejects.push(refuse(counts, row, done));
    }
    return dealt;
  }

  #add(
    row: FileRow,
    read: ReadCustomer,
    keys: string[],
    owners: ReadonlyMap<string, string[]>,
    dealt: Dealt,
    counts: ImportCounts,
  ): Reason | null {
    const { importId } = this.#work;
    const there = new Set(keys.flatMap((key) => owners.get(key) ?? this.#fresh.get(key) ?? []));
    if (there.size > 1) return reason('ambiguous', read.name);
    const [known] = there;
    if (known !== undefined) {
      if (!isOf(importId, known)) return reason('already-there', read.name);
      if (!read.contact || keys.some((key) => key.startsWith('e:'))) return reason('duplicate', read.name);
      this.#person(row, known, read, dealt, counts);
      return null;
    }
    const referredBy = this.#referrers?.of(row.line) ?? null;
    if (referredBy !== null && typeof referredBy !== 'string') return referredBy;
    const id = idOfLine(importId, 'customer', row.line);
    dealt.rows.customers?.push(newCustomer({ ...draftOf(read), id, referredBy }));
    counts.customers++;
    for (const key of keys) this.#fresh.set(key, id);
    this.#person(row, id, read, dealt, counts);
    if (read.note !== '') {
      const noteId = idOfLine(importId, 'note', row.line);
      dealt.rows.interactions?.push(
        newInteraction({ id: noteId, customerId: id, at: this.#at, text: read.note }),
      );
      counts.notes++;
    }
    return null;
  }

  #person(row: FileRow, customerId: string, read: ReadCustomer, dealt: Dealt, counts: ImportCounts): void {
    if (!read.contact) return;
    const id = idOfLine(this.#work.importId, 'contact', row.line);
    dealt.rows.contacts?.push(newContact({ id, customerId, ...read.contact }));
    counts.contacts++;
  }
}

/** What nobody else may have: codes, and e-mail addresses of the customer or of the person at them. */
function identifying({ codes, emails, contact }: ReadCustomer): string[] {
  const keys = [
    ...codes.flatMap((code) => codeKey(code) ?? []),
    ...[...emails, ...(contact?.emails ?? [])].flatMap((email) => emailKeys(email).slice(0, 1)),
  ];
  return [...new Set(keys)];
}

function draftOf({ contact: _, referredBy: __, note: ___, tier, ...known }: ReadCustomer) {
  return {
    ...known,
    ...(tier && { tier, tierPinned: tier }),
    ...(known.stage && { stagePinned: known.stage }),
  };
}
