import { newCustomer } from '../store/drafts';
import type { ImportCounts, RejectRow } from '../store/import-types';
import type { FileRow } from '../transfer/csv-stream';
import type { CustomerRef, ReadEntry } from '../transfer/entry-row';
import { type Reason, reason } from '../transfer/reasons';
import type { Dealer, Dealt, Work } from './batches';
import { isRefused, rowReader } from './check';
import { refuse } from './counts';
import { idOfLine } from './ids';
import { Seen } from './seen';
import { type Found, findWho, identityOf, refText } from './who';

/** Whom references of the file were found to be; more are asked again, so that memory stays bounded. */
const REMEMBERED = 1_000_000;

/** Reads transactions: each accepted row an entry of its customer, who is made where the plan says so. */
export class EntryDealer implements Dealer {
  readonly #work: Work;
  readonly #read: ReturnType<typeof rowReader>;
  readonly #seen = new Seen();
  readonly #orderAt: number;
  #known = new Map<string, Found>();

  constructor(work: Work) {
    this.#work = work;
    this.#read = rowReader(work.plan);
    this.#orderAt = work.plan.columns.indexOf('order');
  }

  skip(row: FileRow): void {
    this.#seen.add(row.cells);
  }

  async deal(rows: FileRow[], counts: ImportCounts): Promise<Dealt> {
    const dealt: Dealt = { rows: { customers: [] }, entries: [], rejects: [] };
    const read = rows.map((row) => ({ row, read: this.#once(row, counts) }));
    await this.#ask(read.flatMap((one) => (isRefused(one.read) ? [] : [(one.read as ReadEntry).who])));
    for (const { row, read: what } of read) {
      if (isRefused(what)) dealt.rejects.push(refuse(counts, row, what));
      else this.#file(row, what as ReadEntry, dealt, counts);
    }
    return dealt;
  }

  /** The row as read; refused where it says the same as one before and may not. */
  #once(row: FileRow, counts: ImportCounts) {
    const read = this.#read(row);
    if (!this.#seen.add(row.cells) || isRefused(read)) return read;
    const ordered = this.#orderAt >= 0 && (row.cells[this.#orderAt] ?? '').trim() !== '';
    if (ordered || this.#work.plan.repeated === 'skip') return reason('duplicate');
    counts.repeated++;
    return read;
  }

  async #ask(refs: readonly CustomerRef[]): Promise<void> {
    if (this.#known.size > REMEMBERED) this.#known = new Map();
    const fresh = new Map<string, CustomerRef>();
    for (const ref of refs) {
      const text = refText(ref);
      if (!this.#known.has(text)) fresh.set(text, ref);
    }
    const { store, plan } = this.#work;
    for (const [text, found] of await findWho(store, [...fresh.values()], plan.country))
      this.#known.set(text, found);
  }

  #file(row: FileRow, read: ReadEntry, dealt: Dealt, counts: ImportCounts): void {
    const customerId = this.#customer(row, read.who, dealt, counts);
    if (typeof customerId !== 'string') {
      dealt.rejects.push(refuse(counts, row, customerId));
      return;
    }
    const { importId } = this.#work;
    if (read.turned) counts.turned++;
    if (read.rounded) counts.rounded++;
    counts.currencies[read.currency] = (counts.currencies[read.currency] ?? 0) + 1;
    const { date, kind, product, category, note, order } = read;
    const entry = {
      id: idOfLine(importId, 'entry', row.line),
      importId,
      date,
      kind,
      amount: { minor: read.minor, currency: read.currency },
      product,
      category,
      costMinor: read.costMinor,
      saleClass: null,
      note,
      ...(order && { order }),
    };
    dealt.entries.push({ customerId, entry });
  }

  #customer(row: FileRow, who: CustomerRef, dealt: Dealt, counts: ImportCounts): string | Reason {
    const text = refText(who);
    const found = this.#known.get(text) ?? null;
    const said = who.any || who.name || who.email || who.phone;
    if (found === 'several') return reason('ambiguous', said);
    if (found !== null) return found;
    const { plan, importId } = this.#work;
    if (plan.unknown === 'reject') return reason('unknown-customer', said);
    const id = idOfLine(importId, 'customer', row.line);
    const identity = identityOf(who);
    dealt.rows.customers?.push(newCustomer({ id, ...identity, country: plan.country, stage: 'active' }));
    counts.customers++;
    this.#known.set(text, id);
    return id;
  }
}

export type { RejectRow };
