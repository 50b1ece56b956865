import { type ChineseCompany, soundAt } from '../names/chinese-company';
import { hashOf } from './hash';
import { phoneEnd } from './phone';
import type { Prepared } from './prepare';

/**
 * A few numbers of each record, side by side in typed arrays: they tell of most pairs that the names are two
 * companies', without a look at the records themselves (which lie all over the memory).
 */
export class Sketches {
  /** Sounds of the trade name and of the whole core as sets of 64, each set in two numbers. */
  private readonly trade: Int32Array;
  private readonly core: Int32Array;
  /** Of the code, 0 for none. */
  private readonly code: Uint32Array;
  /** 1 where the numbers may speak for the record. */
  private readonly known: Uint8Array;

  /** E-mail addresses, phones, codes, house numbers and the birthday as a set of 64 in two numbers. */
  private readonly held: Int32Array;

  constructor(records: number) {
    this.held = new Int32Array(records * 2);
    this.trade = new Int32Array(records * 2);
    this.core = new Int32Array(records * 2);
    this.code = new Uint32Array(records);
    this.known = new Uint8Array(records);
  }

  add(record: Prepared, number: number): void {
    for (const { key } of record.emails) this.hold(number, hashOf('e', key));
    for (const digits of record.phones) this.hold(number, hashOf('p', phoneEnd(digits)));
    for (const code of record.codes) this.hold(number, hashOf('c', code));
    for (const { number: house } of record.addresses) if (house !== '') this.hold(number, hashOf('h', house));
    if (record.birthday !== '') this.hold(number, hashOf('y', record.birthday));
    this.name(record, number);
  }

  private hold(number: number, hash: number): void {
    const at = number * 2 + (hash & 1);
    this.held[at] = (this.held[at] ?? 0) | (1 << (hash >>> 27));
  }

  /** Whether two records may have a value in common beside their names: false where they surely have none. */
  mayShare(a: number, b: number): boolean {
    const [x, y] = [a * 2, b * 2];
    const low = (this.held[x] ?? 0) & (this.held[y] ?? 0);
    return (low | ((this.held[x + 1] ?? 0) & (this.held[y + 1] ?? 0))) !== 0;
  }

  private name(record: Prepared, number: number): void {
    const [name, more] = record.companies;
    if (name?.script !== 'han' || more || record.codes.length > 1 || record.birthday !== '') return;
    if (name.trade === '' || name.trade.length > 3) return;
    this.known[number] = 1;
    this.code[number] = record.codes[0] ? hashOf(record.codes[0]) : 0;
    this.sounds(name, number);
  }

  private sounds(name: ChineseCompany, number: number): void {
    for (let index = 0; index < name.core.length; index += 1) {
      const bit = Math.imul(soundAt(name, index), 0x9e3779b1) >>> 26;
      const at = number * 2 + (bit >> 5);
      this.core[at] = (this.core[at] ?? 0) | (1 << (bit & 31));
      // the first character of a name without a region may stand for the other's region (compare-chinese, borrow)
      const own = index < name.trade.length && (index > 0 || name.places.length > 0);
      if (own) this.trade[at] = (this.trade[at] ?? 0) | (1 << (bit & 31));
    }
  }

  /**
   * Whether two records are surely not proposed: each trade name has a sound that the other name has not, so that the
   * names are different, and no code makes up for it. Agrees with comparing them whole; only says so sooner.
   */
  apart(a: number, b: number): boolean {
    if (this.known[a] === 0 || this.known[b] === 0) return false;
    if (this.code[a] !== 0 && this.code[a] === this.code[b]) return false;
    return this.lacks(a, b) && this.lacks(b, a);
  }

  private lacks(a: number, b: number): boolean {
    const [x, y] = [a * 2, b * 2];
    const low = (this.trade[x] ?? 0) & ~(this.core[y] ?? 0);
    return (low | ((this.trade[x + 1] ?? 0) & ~(this.core[y + 1] ?? 0))) !== 0;
  }
}
