import { useEffect, useMemo, useState } from 'preact/hooks';
import { type CustomerRow, toRow } from '../../components/dashboard/customers/rows';
import type { Customer, RiskLevel } from '../../utils/customer/model';
import { shownCustomers, withWorth } from '../../utils/retention/shown';
import type { JournalEntry, Store } from '../../utils/store';

/** Customers read at a time, and how many such pages until the list shows them. */
const PAGE = 1_000;
const PAGES_A_DRAW = 10;
/** So many changes between two looks are followed one by one; after more, all is read again. */
const FOLLOWED = 20;

export interface Rows {
  rows: ReadonlyMap<string, CustomerRow>;
  reading: { done: number; total: number } | null;
}

/**
 * Every customer as a light row: read once, then only what the journal says has changed. `wanted`: a view is open that shows them;
 * elsewhere nothing is read, and an import does not wait for a list that nobody sees.
 */
export function useRows(store: Store, onError: (error: unknown) => void, wanted: boolean): Rows {
  const [state, setState] = useState<Rows>({ rows: new Map(), reading: { done: 0, total: 0 } });
  const reader = useMemo(() => new RowReader(store, setState), [store]);
  useEffect(() => () => reader.stop(), [reader]);
  useEffect(() => {
    if (!wanted) return undefined;
    return store.live(
      () => lookAt(store),
      (look) => void reader.follow(look).catch(onError),
      onError,
    );
  }, [store, reader, onError, wanted]);
  return state;
}

/** What the list follows: the newest changes, the risks of whom they touched (which follow a little later), and the last time that all were worked out. */
interface Look {
  newest: JournalEntry[];
  levels: ReadonlyMap<string, RiskLevel>;
  risksAt: number;
}

async function lookAt(store: Store): Promise<Look> {
  const newest = await store.history(FOLLOWED);
  const touched = [...new Set(newest.flatMap(({ customerIds }) => customerIds))];
  const [levels, risksAt] = await Promise.all([store.riskLevels(touched), store.risksAt()]);
  return { newest, levels, risksAt };
}

class RowReader {
  #rows = new Map<string, CustomerRow>();
  /** The newest changes at the last look; undefined before the first. An import ends with a line of when it began: it may come below others. */
  #seen: ReadonlySet<string> | undefined;
  #levels: Look['levels'] = new Map();
  #risksAt = 0;
  #stopped = false;
  #turn: Promise<void> = Promise.resolve();
  constructor(
    readonly store: Store,
    readonly show: (rows: Rows) => void,
  ) {}

  stop(): void {
    this.#stopped = true;
  }

  /** One after the other: a change that comes while all is being read is followed after it. */
  follow(look: Look): Promise<void> {
    this.#turn = this.#turn.then(() => this.#take(look));
    return this.#turn;
  }

  async #take({ newest, levels, risksAt }: Look): Promise<void> {
    const [seen, before] = [this.#seen, this.#levels];
    const again = risksAt !== this.#risksAt;
    this.#levels = levels;
    this.#risksAt = risksAt;
    const fresh = newest.filter((entry) => !seen?.has(entry.id));
    const lost = seen === undefined || (fresh.length === newest.length && newest.length > 0);
    this.#seen = new Set(newest.map((entry) => entry.id));
    if (lost || again || fresh.some(isBulk)) return this.#readAll();
    const moved = [...levels].filter(([id, level]) => before.get(id) !== level).map(([id]) => id);
    await this.#renew([...new Set([...fresh.flatMap(({ customerIds }) => customerIds), ...moved])]);
  }

  async #renew(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const found = new Map((await shownCustomers(this.store, ids)).map((customer) => [customer.id, customer]));
    for (const id of ids) {
      const customer = found.get(id);
      if (customer && customer.deletedAt === null) this.#rows.set(id, toRow(customer));
      else this.#rows.delete(id);
    }
    this.#draw(null);
  }

  async #readAll(): Promise<void> {
    const rows = new Map<string, CustomerRow>();
    const total = await this.store.count();
    let page: Customer[] = [];
    for (let pages = 1; !this.#stopped; pages++) {
      const last = page.at(-1);
      page = await this.store.list({
        limit: PAGE,
        ...(last ? { after: { name: last.name, id: last.id } } : {}),
      });
      for (const customer of await withWorth(this.store, page)) rows.set(customer.id, toRow(customer));
      if (page.length < PAGE) break;
      if (pages === 1 || pages % PAGES_A_DRAW === 0) this.#drawOf(rows, { done: rows.size, total });
    }
    this.#rows = rows;
    this.#draw(null);
  }

  #draw(reading: Rows['reading']): void {
    this.#drawOf(this.#rows, reading);
  }
  #drawOf(rows: Map<string, CustomerRow>, reading: Rows['reading']): void {
    if (!this.#stopped) this.show({ rows: new Map(rows), reading });
  }
}

const WHOLE: ReadonlySet<JournalEntry['what']> = new Set([
  'backup-restored',
  'backup-merged',
  'customer-erased',
]);

/** A change whose line does not name each customer that it touched. */
const isBulk = ({ what, bulkIds, imported }: JournalEntry) =>
  WHOLE.has(what) || imported !== undefined || (bulkIds.customers?.length ?? 0) > 0;
