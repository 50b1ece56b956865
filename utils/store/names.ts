import {
  digestOf,
  foldText,
  type NameDigest,
  type NameIndex,
  NameIndexBuilder,
  scan,
} from '../customer/names-index';
import type { Database } from './database';
import { addRow, forgetParts, makeNameIndex } from './names-build';
import { Owners } from './names-owners';

/** The stored index of names; raise when names are sought in a new way. */
const KEY = 'names';
const VERSION = 1;
/** Rows written since the index was made: with more it is made anew. */
const MANY = 500;
/** Small indexes of what was written since, before they are made one. */
const MAX_PARTS = 5;

interface Stored {
  key: string;
  version: number;
  /** The index holds all that was written up to this touch. */
  seq: number;
  index: NameIndex;
}

/**
 * The names of all customers and contacts, for one open database: a stored index, and small ones of what was written
 * since. Kept in memory once read; each search first asks what was written meanwhile, by whichever page. What an
 * index says is a hint: every hit is checked by its row, so one that was renamed or removed is no hit.
 */
export class Names {
  private base: NameIndex | null = null;
  private seq = -1;
  private changed = new Set<string>();
  private parts: NameIndex[] = [];
  private making: Promise<void> | null = null;

  private readonly owners: Owners;

  constructor(private readonly db: Database) {
    this.owners = new Owners(db);
  }

  /** The names that stand in a page's text, checked by their rows. */
  async find(raw: string): Promise<NameDigest> {
    const caughtUp = this.catchUp();
    const text = foldText(raw); // while the database answers
    await caughtUp;
    const indexes = this.base ? [this.base, ...this.parts] : this.parts;
    const all = indexes.flatMap((index) => scan(index, text));
    const hits = [...new Map(all.map((hit) => [`${hit.id}:${hit.from}`, hit])).values()];
    return digestOf(text, hits, await this.owners.of(hits));
  }

  /** True where there is any name to look for. */
  async any(): Promise<boolean> {
    await this.catchUp();
    return this.parts.some((part) => part.hashes.length > 0) || (this.base?.hashes.length ?? 0) > 0;
  }

  /** Makes the index anew where there is none of this version or much was written since. One at a time. */
  renew(): Promise<void> {
    this.making ??= this.renewed().finally(() => {
      this.making = null;
    });
    return this.making;
  }

  private async renewed(): Promise<void> {
    await this.catchUp();
    if (this.base && this.changed.size <= MANY) return;
    const stored: Stored = { key: KEY, version: VERSION, ...(await makeNameIndex(this.db, VERSION)) };
    await this.db.derived.put(stored);
    await forgetParts(this.db);
    this.seq = -1;
    await this.catchUp();
  }

  private async catchUp(): Promise<void> {
    if (this.seq < 0) await this.load();
    const fresh = await this.db.touches.where(':id').above(this.seq).toArray();
    const last = fresh.at(-1)?.seq;
    if (last === undefined) return;
    this.seq = last;
    const ids = [...new Set(fresh.flatMap(({ customers, contacts }) => [...customers, ...contacts]))];
    this.owners.forget(ids);
    for (const id of ids) this.changed.add(id);
    if (this.changed.size > MANY) return; // a large import: found once the index is made anew
    const together = this.parts.length >= MAX_PARTS;
    const part = await this.indexOf(together ? [...this.changed] : ids);
    this.parts = together ? [part] : [...this.parts, part];
  }

  private async load(): Promise<void> {
    const stored = (await this.db.derived.get(KEY)) as Stored | undefined;
    const usable = stored?.version === VERSION ? stored : null;
    this.base = usable?.index ?? null;
    this.seq = usable?.seq ?? 0;
    this.changed = new Set();
    this.parts = [];
  }

  private async indexOf(ids: string[]): Promise<NameIndex> {
    const builder = new NameIndexBuilder();
    const [customers, contacts] = await Promise.all([
      this.db.customers.bulkGet(ids),
      this.db.contacts.bulkGet(ids),
    ]);
    for (const row of customers) if (row) addRow(builder, 'customers', row);
    for (const row of contacts) if (row) addRow(builder, 'contacts', row);
    return builder.build();
  }
}
