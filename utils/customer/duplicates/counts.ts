import { soundAt } from '../names/chinese-company';
import { type CompanyName, tradeKey } from '../names/company';
import { wholeName } from '../names/compare-person';
import { piecesOf } from '../names/info';
import { doorKey } from './address';
import { endOfRun, ROOM, Sharded } from './growing';
import { hashOf } from './hash';
import { phoneTail } from './phone';
import type { Prepared } from './prepare';

/** How often things turn up among the records that a model learned from; what turned up once is not listed. */
export interface Counts {
  /** Names of persons seen. */
  people: number;
  /** Pieces of trade names seen. */
  pieces: number;
  /** By the hash of kind and text ({@link countKey}): on how many different holders. */
  seen: ReadonlyMap<number, number>;
}

export type Counted =
  | 'email'
  | 'domain'
  | 'phone'
  | 'code'
  | 'door'
  | 'tenant' // a domain by the companies that use it
  | 'surname'
  | 'given'
  | 'person'
  | 'piece';

/** What a thing is counted under. Hashes alone are kept, so that a stored model holds no customer's data. */
export const countKey = (kind: Counted, text: string): number => hashOf(kind, text);

/** Counts values, each once a holder: rows of one customer must not make its own phone look like a switchboard. */
export class Counting {
  private readonly values = new Sharded();
  private readonly pieces = new Sharded();
  private people = 0;

  add(record: Prepared): void {
    const holder = hashOf(holderOf(record)) % ROOM;
    for (const { key, domain } of record.emails) {
      this.note('email', key, holder);
      if (domain === '') continue;
      this.note('domain', domain, holder);
      if (record.companies.length > 0) this.note('tenant', domain, holder);
    }
    for (const digits of record.phones) this.note('phone', phoneTail(digits), holder);
    for (const code of record.codes) this.note('code', code, holder);
    for (const address of record.addresses) {
      const door = doorKey(address);
      if (door !== '') this.note('door', door, holder);
    }
    for (const name of record.people) {
      this.people += 1;
      this.note('surname', name.surname, this.people % ROOM);
      this.note('given', name.given, this.people % ROOM);
      this.note('person', wholeName(name), this.people % ROOM);
    }
    for (const name of record.companies) this.addPieces(name);
  }

  /** Each trade name counts once: a company entered five times must not make its own name look common. */
  private addPieces(name: CompanyName): void {
    const holder = hashOf(tradeKey(name)) % ROOM;
    for (const piece of piecesOf(name)) this.pieces.push(countKey('piece', piece), holder);
  }

  private note(kind: Counted, text: string, holder: number): void {
    this.values.push(countKey(kind, text), holder);
  }

  /** The counts. Can be asked once; yields now and then, so that it can be done in slices. */
  *result(): Generator<void, Counts> {
    const seen = new Map<number, number>();
    let pieces = 0;
    for (const shard of this.pieces.sorted()) {
      pieces += shard.length;
      countRuns(shard, seen);
      yield;
    }
    for (const shard of this.values.sorted()) {
      countRuns(shard, seen);
      yield;
    }
    return { people: this.people, pieces, seen };
  }
}

/** Counts the holders of each hash; what has one alone is left out. */
function countRuns(sorted: Float64Array, seen: Map<number, number>): void {
  for (let start = 0; start < sorted.length; ) {
    const end = endOfRun(sorted, start);
    if (end - start > 1) seen.set(Math.floor((sorted[start] ?? 0) / ROOM), end - start);
    start = end;
  }
}

/** Who holds a value, coarsely. */
function holderOf({ companies: [company], people: [person] }: Prepared): string {
  if (company?.script === 'han') return `${soundAt(company, 0)} ${soundAt(company, 1)}`;
  if (company) return tradeKey(company).slice(0, 3);
  return person ? [person.sounds.surname.slice(0, 2), person.sounds.given.slice(0, 1)].sort().join(' ') : '';
}
