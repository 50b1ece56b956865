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
  /** Rows whose referrer stands further down, by that line: a customer is written after who referred them. */
  readonly #waiting = new Map<number, FileRow[]>();
  readonly #held = new Set<number>();

  /** `at`: epoch ms of the import, for its notes. */
  constructor(work: Work, at: number, referrers: Referrers | null) {
    this.#work = work;
    this.#at = at;
    this.#read = rowReader(work.plan);
    this.#referrers = referrers;
  }

  skip(row: FileRow): void {
    this.#ready(row);
  }

  async deal(rows: FileRow[], counts: ImportCounts): Promise<Dealt> {
    const part = new Part();
    const read = rows.flatMap((row) => this.#ready(row)).map((row) => this.#readOf(row));
    const { store } = this.#work;
    part.owners = await store.ownersOf(read.flatMap(({ keys }) => keys));
    const referrers = read.flatMap(({ row }) => this.#referrers?.of(row.line) ?? []);
    const asked = [...new Set(referrers.filter((one) => typeof one === 'string'))];
    for (const { id } of await store.customers(asked)) part.there.add(id);
    for (const { row, what, keys } of read) {
      const done = isRefused(what)
        ? what
        : this.#add({ row, read: what as ReadCustomer, keys }, part, counts);
      if (done) part.dealt.rejects.push(refuse(counts, row, done));
    }
    return part.dealt;
  }

  /** The row and those that waited for it, in the order in which they can be written; none where it waits itself. */
  #ready(row: FileRow): FileRow[] {
    const target = this.#referrers?.waitsFor(row.line) ?? null;
    if (target !== null && !this.#passed(target, row.line)) {
      this.#waiting.set(target, [...(this.#waiting.get(target) ?? []), row]);
      this.#held.add(row.line);
      return [];
    }
    return [row, ...this.#released(row.line)];
  }

  #released(line: number): FileRow[] {
    const rows = this.#waiting.get(line) ?? [];
    this.#waiting.delete(line);
    for (const row of rows) this.#held.delete(row.line);
    return rows.flatMap((row) => [row, ...this.#released(row.line)]);
  }

  /** A line that stands before another is dealt with, unless it waits for one after it. */
  #passed(target: number, line: number): boolean {
    return target < line && !this.#held.has(target);
  }

  #readOf(row: FileRow) {
    const what = this.#read(row);
    return { row, what, keys: isRefused(what) ? [] : identifying(what as ReadCustomer) };
  }

  #add(
    { row, read, keys }: { row: FileRow; read: ReadCustomer; keys: string[] },
    part: Part,
    counts: ImportCounts,
  ): Reason | null {
    const { importId } = this.#work;
    const matched = keys.filter((key) => part.ownersOf(key).length > 0);
    const there = new Set(matched.flatMap((key) => part.ownersOf(key)));
    if (there.size > 1) return reason('ambiguous', read.name);
    const [known] = there;
    if (known !== undefined) {
      if (!isOf(importId, known)) return reason('already-there', read.name);
      if (!read.contact || matched.some((key) => key.startsWith('e:'))) return reason('duplicate', read.name);
      this.#person(row, known, read, part.dealt, counts);
      return null;
    }
    const referredBy = this.#referrers?.of(row.line) ?? null;
    if (referredBy !== null && typeof referredBy !== 'string') return referredBy;
    if (referredBy !== null && !part.there.has(referredBy))
      return reason('unknown-referrer', read.referredBy);
    this.#customer(row, read, referredBy, part, counts);
    for (const key of keys) part.fresh.set(key, idOfLine(importId, 'customer', row.line));
    return null;
  }

  #customer(
    row: FileRow,
    read: ReadCustomer,
    referredBy: string | null,
    part: Part,
    counts: ImportCounts,
  ): void {
    const { importId } = this.#work;
    const { dealt } = part;
    const id = idOfLine(importId, 'customer', row.line);
    dealt.rows.customers?.push(newCustomer({ ...draftOf(read), id, referredBy }));
    part.there.add(id);
    counts.customers++;
    this.#person(row, id, read, dealt, counts);
    if (read.note === '') return;
    const note = { id: idOfLine(importId, 'note', row.line), customerId: id, at: this.#at, text: read.note };
    dealt.rows.interactions?.push(newInteraction(note));
    counts.notes++;
  }

  #person(row: FileRow, customerId: string, read: ReadCustomer, dealt: Dealt, counts: ImportCounts): void {
    if (!read.contact) return;
    const id = idOfLine(this.#work.importId, 'contact', row.line);
    dealt.rows.contacts?.push(newContact({ id, customerId, ...read.contact }));
    counts.contacts++;
  }
}

/** What is known while one part is dealt with. */
class Part {
  readonly dealt: Dealt = {
    rows: { customers: [], contacts: [], interactions: [] },
    entries: [],
    rejects: [],
  };
  /** Keys that this part brings, and whose: they are not in the store yet. */
  readonly fresh = new Map<string, string>();
  /** Whom a customer of this part may name as referrer. */
  readonly there = new Set<string>();
  owners: ReadonlyMap<string, string[]> = new Map();

  ownersOf(key: string): readonly string[] {
    const fresh = this.fresh.get(key);
    return this.owners.get(key) ?? (fresh === undefined ? [] : [fresh]);
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
