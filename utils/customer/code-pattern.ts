/**
 * The user's own pattern for customer codes runs over text that any page controls, so it is held to a bound:
 * the number of ways in which it can match at one place. Nested repetition makes that number explode.
 */
export const MAX_PATTERN_LENGTH = 200;
/** Ways to match at one place; `[A-Z]+-\d+` has 1 024, `(a+)+` more than there is room to write. */
const MAX_WAYS = 2_000;
/** `+`, `*` and `{n,}` repeat at most this often beyond their minimum: no part of a customer code is longer. */
const UNBOUNDED = 31;

export type PatternProblem = 'long' | 'syntax' | 'backreference' | 'nested' | 'slow' | 'empty';
export type PatternCheck =
  | { ok: true; pattern: RegExp | null }
  | { ok: false; problem: PatternProblem; detail: string };

/**
 * Reads a customer-code pattern as typed. `pattern` is null for ''; else global, with open-ended repetition
 * bounded. `detail` is the engine's own message where the syntax is wrong, else ''.
 */
export function checkCodePattern(source: string): PatternCheck {
  const refuse = (problem: PatternProblem, detail = ''): PatternCheck => ({ ok: false, problem, detail });
  if (source === '') return { ok: true, pattern: null };
  if (source.length > MAX_PATTERN_LENGTH) return refuse('long');
  try {
    new RegExp(source);
  } catch (error) {
    return refuse('syntax', error instanceof Error ? error.message : '');
  }
  const read = new Reader(source);
  const ways = read.alternatives();
  if (read.backreference) return refuse('backreference');
  if (read.nested) return refuse('nested');
  if (ways > MAX_WAYS) return refuse('slow');
  const pattern = new RegExp(read.bounded, 'g');
  return ''.search(pattern) === 0 ? refuse('empty') : { ok: true, pattern };
}

/** Reads a pattern that the engine has accepted, once, left to right. */
class Reader {
  backreference = false;
  nested = false;
  /** The source with its open-ended repetition bounded. */
  bounded = '';
  #at = 0;
  constructor(readonly source: string) {}

  /** Sum over the alternatives of a group; stops at its `)`. */
  alternatives(): number {
    let sum = 0;
    let ways = 1;
    for (;;) {
      const next = this.source[this.#at];
      if (next === undefined || next === ')') return sum + ways;
      if (next === '|') {
        this.#take(1);
        sum += ways;
        ways = 1;
      } else {
        ways *= this.#repeated(this.#atom());
      }
    }
  }

  #take(length: number): void {
    this.bounded += this.source.slice(this.#at, this.#at + length);
    this.#at += length;
  }

  /** One character, class, escape or group; answers its ways to match. */
  #atom(): number {
    const rest = this.source.slice(this.#at);
    if (/^\\([1-9]|k<)/.test(rest)) this.backreference = true;
    const plain = /^(\\.|\[(?:\\.|[^\]\\])*\]|[^(])/su.exec(rest)?.[0];
    if (plain !== undefined) {
      this.#take(plain.length);
      return 1;
    }
    this.#take(/^\((\?(<?[=!]|:|<[^>]*>))?/.exec(rest)?.[0].length ?? 1);
    const ways = this.alternatives();
    this.#take(1);
    return ways;
  }

  /** Multiplies by the quantifier that follows, where one does. */
  #repeated(ways: number): number {
    const found = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/.exec(this.source.slice(this.#at));
    if (!found) return ways;
    const [text, low, comma, high] = found;
    const min = text === '+' ? 1 : Number(low ?? 0);
    const open = text === '*' || text === '+' || (comma !== undefined && high === '');
    const max = open ? min + UNBOUNDED : text === '?' ? 1 : Number(high ?? min);
    this.#at += text.length;
    this.bounded += `{${min},${max}}`;
    if (ways > 1 && max > 1) this.nested ||= open || ways ** max > MAX_WAYS;
    return (max - min + 1) * ways ** max;
  }
}
