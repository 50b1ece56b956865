import { type DecimalSign, decimalSignOf } from '../transfer/amount';
import { type Columns, type Field, kindOf, missingFields, recognise } from '../transfer/columns';
import type { FileRow } from '../transfer/csv-stream';
import { type DayOrder, dayOrderOf } from '../transfer/date';
import type { Conventions } from '../transfer/entry-row';
import type { ImportKind } from '../transfer/headers';
import { type Head, headOf, isBlank, type Reading, type Source } from '../transfer/source';

/** How a file is imported: all that decides what comes of it, so that the same plan reads the same rows again. */
export interface Plan extends Conventions {
  kind: ImportKind;
  reading: Reading;
  /** Line of the headers; what stands above is left out. */
  headLine: number;
  columns: Columns;
  /** ISO 3166-1 alpha-2, for national phone numbers; ''. */
  country: string;
  /** Transactions of somebody who is not there: made as a customer, or refused. */
  unknown: 'create' | 'reject';
  /** Rows that say exactly the same as one before: sales of their own, or refused. With an order number they are always one. */
  repeated: 'keep' | 'skip';
}

/** What the user's settings give a plan. */
export interface PlanDefaults {
  currency: string;
  country: string;
  /** `YYYY-MM-DD`: tomorrow, for those who are ahead of the machine's zone. */
  latest: string;
}

/** What is known of a file's convention, and whether the file itself settles it. */
export interface Detected {
  order: DayOrder;
  orderSure: boolean;
  decimals: DecimalSign;
}

/** Rows that conventions are detected from. */
const SAMPLE = 5_000;

/** The first rows of a file as a plan reads it. */
export async function sampleRows(source: Source, reading: Reading, most = SAMPLE): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const batch of source.rows(reading)) {
    for (const row of batch.rows) rows.push(row);
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}

/** The plan that a file suggests by its headers and first rows. null: it holds nothing. */
export function suggestPlan(
  rows: readonly FileRow[],
  reading: Reading,
  defaults: PlanDefaults,
): { plan: Plan; head: Head; detected: Detected } | null {
  const head = headOf(rows);
  if (!head) return null;
  const kind = kindOf(head.headers);
  const columns = recognise(head.headers, kind);
  const detected = detect(rows, head.line, columns);
  const { order, decimals } = detected;
  const choices = { unknown: 'create', repeated: 'keep' } as const;
  const plan: Plan = {
    ...defaults,
    ...choices,
    kind,
    reading,
    headLine: head.line,
    columns,
    order,
    decimals,
  };
  return { plan, head, detected };
}

/** What dates and amounts of these columns can only mean. */
export function detect(rows: readonly FileRow[], headLine: number, columns: Columns): Detected {
  const below = rows.filter((row) => row.line > headLine);
  const cells = (field: Field): string[] => {
    const at = columns.indexOf(field);
    return at < 0 ? [] : below.map((row) => row.cells[at] ?? '');
  };
  const order = dayOrderOf([...cells('date'), ...cells('lastContact')]);
  const money = columns.includes('amount') ? cells('amount') : cells('price');
  return { order: order ?? 'month-first', orderSure: order !== undefined, decimals: decimalSignOf(money) };
}

/** Why a plan cannot be carried out yet: fields that it lacks, each as the ways to satisfy it; and fields taken twice. */
export const lacking = (plan: Plan): Field[][] => missingFields(plan.columns, plan.kind);

/** Rows of a file that a plan reads: those under the headers that hold something. */
export async function* dataRows(
  source: Source,
  plan: Plan,
): AsyncGenerator<{ rows: FileRow[]; bytes: number }> {
  for await (const { rows, bytes } of source.rows(plan.reading))
    yield { rows: rows.filter((row) => row.line > plan.headLine && !isBlank(row)), bytes };
}
