import { fold } from '../customer/fold';
import { codeKey } from '../customer/identifiers';
import type { Store } from '../store/api';
import type { ReadCustomer } from '../transfer/customer-row';
import { type Reason, reason } from '../transfer/reasons';
import type { Source } from '../transfer/source';
import { isRefused, rowReader } from './check';
import { idOfLine, isOf } from './ids';
import { dataRows, type Plan } from './plan';
import { findWho, refText } from './who';

const keyOf = (text: string): string => codeKey(text) ?? `name:${fold(text)}`;

/**
 * Who referred whom in a customer file: a referrer may stand after those they referred, or be stored already. Read once before
 * the rows are; a customer whose referrer is nowhere, or who would be their own, is refused with the reason.
 */
export class Referrers {
  readonly #importId: string;
  /** Of the codes and names in the file the first line that has each; of lines the text that names the referrer. */
  readonly #lines = new Map<string, number>();
  readonly #refs = new Map<number, string>();
  /** Of lines whose referrer stands in the file, that line. */
  readonly #targets = new Map<number, number>();
  readonly #answers = new Map<number, string | Reason>();

  private constructor(importId: string) {
    this.#importId = importId;
  }

  /** null: no column names referrers. */
  static async read(store: Store, source: Source, plan: Plan, importId: string): Promise<Referrers | null> {
    if (!plan.columns.includes('referredBy')) return null;
    const referrers = new Referrers(importId);
    const read = rowReader(plan);
    for await (const { rows } of dataRows(source, plan)) {
      for (const row of rows) {
        const what = read(row);
        if (!isRefused(what)) referrers.#note(row.line, what as ReadCustomer);
      }
    }
    await referrers.#settle(store, plan.country);
    return referrers;
  }

  /** The id of who referred the customer of a line, null for nobody, or why it cannot be. */
  of(line: number): string | Reason | null {
    return this.#answers.get(line) ?? null;
  }

  /** The line of the file that the customer of a line has to be written after; null: none. */
  waitsFor(line: number): number | null {
    return this.#targets.get(line) ?? null;
  }

  #note(line: number, { codes, name, referredBy }: ReadCustomer): void {
    for (const text of [...codes, name]) {
      for (const key of [keyOf(text), `name:${fold(text)}`])
        if (!this.#lines.has(key)) this.#lines.set(key, line);
    }
    if (referredBy) this.#refs.set(line, referredBy);
  }

  async #settle(store: Store, country: string): Promise<void> {
    const stored = await this.#stored(store, country);
    for (const [line, text] of this.#refs) {
      const known = stored.get(text);
      const target = this.#lineOf(text);
      if (known !== undefined) this.#answers.set(line, known);
      else if (target === undefined) this.#answers.set(line, reason('unknown-referrer', text));
      else this.#answer(line, target, stored);
    }
    this.#cascade();
  }

  #answer(line: number, target: number, stored: ReadonlyMap<string, unknown>): void {
    const circle = this.#circle(line, stored);
    this.#answers.set(line, circle ?? idOfLine(this.#importId, 'customer', target));
    if (!circle) this.#targets.set(line, target);
  }

  /** Those who are stored already: their row in the file, where they have one, is refused as such. */
  async #stored(store: Store, country: string): Promise<Map<string, string | Reason>> {
    const stored = new Map<string, string | Reason>();
    const asked = [...new Set(this.#refs.values())];
    for (let at = 0; at < asked.length; at += 1_000) {
      const refs = asked.slice(at, at + 1_000).map((any) => ({ any, name: '', email: '', phone: '' }));
      // a run that goes on finds customers of its own: they are not there already
      const found = await findWho(store, refs, country, (id) => isOf(this.#importId, id));
      for (const ref of refs) {
        const who = found.get(refText(ref)) ?? null;
        if (who !== null) stored.set(ref.any, who === 'several' ? reason('ambiguous', ref.any) : who);
      }
    }
    return stored;
  }

  #lineOf(text: string): number | undefined {
    return this.#lines.get(keyOf(text)) ?? this.#lines.get(`name:${fold(text)}`);
  }

  /** The chain that leads back to a line, as the reason that it is refused for; undefined where it ends. */
  #circle(start: number, stored: ReadonlyMap<string, unknown>): Reason | undefined {
    const chain: string[] = [];
    const passed = new Set<number>();
    for (let line = start; !passed.has(line); ) {
      passed.add(line);
      const text = this.#refs.get(line);
      if (text === undefined) return undefined;
      if (stored.has(text)) return undefined;
      chain.push(text);
      const next = this.#lineOf(text);
      if (next === undefined) return undefined;
      line = next;
      if (line === start) return reason('circle', chain.join(' → '));
    }
    return undefined;
  }

  /** A customer whose referrer in the file is refused cannot be referred by them. */
  #cascade(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const [line, text] of this.#refs) {
        const target = this.#lineOf(text);
        if (target === undefined || typeof this.#answers.get(line) !== 'string') continue;
        const theirs = this.#answers.get(target);
        if (theirs === undefined || typeof theirs === 'string') continue;
        this.#answers.set(line, reason('unknown-referrer', text));
        changed = true;
      }
    }
  }
}
