import { type MoneyProblem, parseMoney } from '../../money';
import type { EntryKind, LedgerEntry, SaleClass } from '../../value/ledger';
import { type AmountFound, findAmounts } from './amounts';
import { findDate } from './dates';
import { readWords, type Said } from './words';

/** What a line is read against. */
export interface QuickOptions {
  /** `YYYY-MM-DD`, the reader's day: an entry without a date is of today. */
  today: string;
  /** ISO 4217, for an amount that names none. */
  currency: string;
  /** BCP 47. Chinese writes the month first; in English 3/5 is asked about. */
  localeTag: string;
  /** Products that were sold before, with their category (''): recognised whole, whatever they are called. */
  products?: ReadonlyMap<string, string>;
  /** What was answered to {@link Ask}s. */
  answers?: Answers;
}

export interface Answers {
  date?: string;
  amount?: string;
  currency?: string;
  kind?: Said;
}

/** Something that the line leaves open; the first choice is the one that the draft has. */
export type Ask =
  | { of: 'date'; choices: string[] }
  | { of: 'amount'; choices: string[] }
  | { of: 'currency'; choices: string[] }
  | { of: 'kind'; choices: Said[] };

export type QuickProblem =
  | 'no-amount'
  | 'two-amounts'
  | 'bad-amount'
  | 'too-precise'
  | 'too-large'
  | 'zero'
  | 'bad-date'
  | 'future'
  | 'cost-of-no-sale'
  | 'too-long';

/** A line as far as it is understood. Only a `ready` one may be kept as it stands. */
export type QuickReading =
  | { state: 'empty' }
  | { state: 'problem'; problem: QuickProblem }
  | { state: 'asked'; draft: LedgerEntry; asks: Ask[] }
  | { state: 'ready'; draft: LedgerEntry };

const LONGEST = 500;
/** Kinds that a minus alone may mean, the commonest first. */
const COSTS: readonly EntryKind[] = ['refund', 'service', 'acquisition', 'bad-debt', 'dispute'];

/**
 * Reads one line as a ledger entry: `500 升级 专业版 yesterday` · `-80 退款 昨天` · `1.2万 服务 3/5` · `refund 20 last monday` · `800 cost 300 "Model 3" #pumps // paid in cash`.
 * The order is free: an amount (with a currency, 万 or k), a date, a word for the kind or the class of a sale; what is left is
 * the product; `cost 300` its cost of goods, `#` the category, `//` a note, quotation marks hold a product together.
 * What may mean two things is asked, never guessed. A day without a year is the last one that is not in the future.
 */
export function readQuickEntry(line: string, options: QuickOptions): QuickReading {
  if (line.trim() === '') return { state: 'empty' };
  if (line.length > LONGEST) return { state: 'problem', problem: 'too-long' };
  const text = new Scanner(line.normalize('NFKC'));
  const note = text.take(/\/\/(.*)$/su)?.trim() ?? '';
  const quoted = text.take(/["“”「『]([^"“”」』]+)["“”」』]/u)?.trim();
  const category = text.take(/(?<![^\s])#([^\s#]+)/u) ?? '';
  const known = quoted ?? text.takeKnown(options.products);

  const date = dateOf(text, options);
  if (date === null) return { state: 'problem', problem: 'bad-date' };
  const amounts = amountsOf(text, options.answers);
  if (typeof amounts === 'string') return { state: 'problem', problem: amounts };
  const { main, cost, asks: amountAsks } = amounts;
  const currency = currencyOf(main, options);
  const money = parseMoney(main.text.replace('-', ''), currency.code, options.localeTag);
  // "cost -80" says the same as "cost 80": the word gives the sign
  const goods =
    cost === undefined ? null : parseMoney(cost.replace('-', ''), currency.code, options.localeTag);
  if (!money.ok) return { state: 'problem', problem: amountProblem(money.problem) };
  if (goods && !goods.ok) return { state: 'problem', problem: amountProblem(goods.problem) };
  if (money.money.minor === 0) return { state: 'problem', problem: 'zero' };

  const { said, rest } = readWords(text.words());
  const kind = kindOf(said, main.negative, options.answers);
  if (goods && kind.kind !== 'sale') return { state: 'problem', problem: 'cost-of-no-sale' };
  if (date.day > options.today) return { state: 'problem', problem: 'future' };
  const product = [known, ...rest].filter((part) => part).join(' ');
  const draft: LedgerEntry = {
    date: date.day,
    kind: kind.kind,
    amount: money.money,
    product,
    category: category || (options.products?.get(product) ?? ''),
    costMinor: goods?.ok ? goods.money.minor : null,
    saleClass: kind.saleClass,
    note,
  };
  const asks = [...amountAsks, ...currency.asks, ...kind.asks, ...date.asks];
  return asks.length > 0 ? { state: 'asked', draft, asks } : { state: 'ready', draft };
}

/** The line, from which what is understood is taken out. */
class Scanner {
  constructor(private text: string) {}

  /** Takes the first match out; what its group holds, or undefined. */
  take(pattern: RegExp): string | undefined {
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.cut(match.index, match.index + match[0].length);
    return match[1];
  }

  /** The longest known product that stands in the line as whole words. */
  takeKnown(products: ReadonlyMap<string, string> | undefined): string | undefined {
    const line = ` ${this.text.toLowerCase()} `;
    let best: string | undefined;
    for (const product of products?.keys() ?? []) {
      if (product.length <= (best?.length ?? 0)) continue;
      if (line.includes(` ${product.normalize('NFKC').toLowerCase()} `)) best = product;
    }
    if (best === undefined) return undefined;
    const folded = best.normalize('NFKC').toLowerCase();
    const at = line.indexOf(` ${folded} `);
    this.cut(at, at + folded.length);
    return best;
  }

  cut(from: number, to: number): void {
    this.text = `${this.text.slice(0, from)} ${this.text.slice(to)}`;
  }

  get rest(): string {
    return this.text;
  }

  words(): string[] {
    return this.text.split(/[\s,，、;；。:：]+/u).filter((word) => word !== '');
  }
}

interface DateRead {
  day: string;
  asks: Ask[];
}

/** null: a date that there is not. */
function dateOf(text: Scanner, { today, localeTag, answers }: QuickOptions): DateRead | null {
  const order = localeTag.startsWith('zh') ? 'month-first' : 'either';
  const found = findDate(text.rest, { today, order });
  if (!found) return { day: today, asks: [] };
  text.cut(found.from, found.to);
  const [first] = found.days;
  if (first === undefined) return null;
  if (found.days.length === 1) return { day: first, asks: [] };
  const answered = found.days.find((day) => day === answers?.date);
  if (answered) return { day: answered, asks: [] };
  return { day: first, asks: [{ of: 'date', choices: found.days }] };
}

interface AmountsRead {
  main: AmountFound;
  /** The number of the cost of goods, as written. */
  cost: string | undefined;
  asks: Ask[];
}

const COST = /(?<![\p{L}])(?:cost|cogs|成本)\s*[:：]?\s*/iu;

/** The amount, and the cost of goods where the line has both. The same amount twice leaves nothing to choose from. */
function amountsOf(text: Scanner, answers: Answers | undefined): AmountsRead | 'no-amount' | 'two-amounts' {
  const all = findAmounts(text.rest);
  const word = COST.exec(text.rest);
  const costFrom = word ? word.index + word[0].length : -1;
  const cost = all.length > 1 ? all.find(({ from }) => Math.abs(from - costFrom) <= 1 && word) : undefined;
  const others = all.filter((one) => one !== cost);
  const explicit = others.filter((one) => one.explicit);
  const open = explicit.length > 0 ? explicit : others;
  const main = open.find((one) => one.text === answers?.amount) ?? open[0];
  if (!main) return 'no-amount';
  const choices = [...new Set(open.map((one) => one.text))];
  if (choices.length < open.length) return 'two-amounts';
  const asks: Ask[] = choices.length > 1 && main.text !== answers?.amount ? [{ of: 'amount', choices }] : [];
  const cuts = [main, ...(cost && word ? [{ from: word.index, to: cost.to }] : [])];
  for (const { from, to } of cuts.sort((a, b) => b.from - a.from)) text.cut(from, to);
  return { main, cost: cost?.text, asks };
}

function currencyOf({ currencies }: AmountFound, { currency, answers }: QuickOptions) {
  const [first] = currencies;
  const none: Ask[] = [];
  if (first === undefined || currencies.includes(currency)) return { code: currency, asks: none };
  const answered = currencies.find((code) => code === answers?.currency);
  if (answered || currencies.length === 1) return { code: answered ?? first, asks: none };
  return { code: first, asks: [{ of: 'currency', choices: [...currencies] } satisfies Ask] };
}

interface KindRead extends Said {
  asks: Ask[];
}

/** A minus is a cost: which one is asked where no word says it; two words that differ are asked about. */
function kindOf(said: readonly Said[], negative: boolean, answers: Answers | undefined): KindRead {
  const choices = new Map<string, Said>();
  for (const one of said) choices.set(`${one.kind} ${one.saleClass ?? ''}`, one);
  if ([...choices.values()].some(({ saleClass }) => saleClass !== null)) choices.delete('sale ');
  const open = [...choices.values()].filter(({ kind }) => !(negative && kind === 'sale'));
  const plain = (kind: EntryKind, saleClass: SaleClass | null = null): Said => ({ kind, saleClass });
  if (open.length === 0) open.push(...(negative ? COSTS.map((kind) => plain(kind)) : [plain('sale')]));
  const [first = plain('sale')] = open;
  if (open.length === 1) return { ...first, asks: [] };
  const given = answers?.kind;
  const answered = open.find((one) => one.kind === given?.kind && one.saleClass === given.saleClass);
  return answered ? { ...answered, asks: [] } : { ...first, asks: [{ of: 'kind', choices: open }] };
}

const amountProblem = (problem: MoneyProblem): QuickProblem =>
  problem === 'too-precise' || problem === 'too-large' ? problem : 'bad-amount';
