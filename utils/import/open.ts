import type { Store } from '../store/api';
import { type Columns, recognise, shapeOf } from '../transfer/columns';
import type { Encoding } from '../transfer/decode';
import { FileProblem } from '../transfer/problem';
import { dialectFor, openSource, type Reading, type Source } from '../transfer/source';
import { detect, type Plan, type PlanDefaults, sampleRows, suggestPlan } from './plan';
import type { Opening } from './protocol';
import { fingerprintOf } from './run';

/** Looks into a file and suggests how to import it: by what was chosen for such files before, else by headers and cells. */
export async function openFile(
  store: Store,
  file: File,
  defaults: PlanDefaults,
  chosen: { encoding?: Encoding; sheet?: string } = {},
): Promise<{ source: Source; opening: Opening }> {
  const source = await openSource(file);
  const reading = await readingOf(file, source.reading, chosen);
  const rows = await sampleRows(source, reading);
  const suggested = suggestPlan(rows, reading, defaults);
  if (!suggested) throw new FileProblem('no-rows');
  const { headers } = suggested.head;
  const known = (await store.shape(shapeOf(headers))) as Partial<Plan> | undefined;
  const plan = known ? remembered(suggested.plan, known, rows) : suggested.plan;
  const opening: Opening = {
    fileName: file.name,
    size: file.size,
    sheets: source.sheets,
    headers,
    plan,
    remembered: known !== undefined,
    before: await sameFile(store, file),
  };
  return { source, opening };
}

async function readingOf(
  file: Blob,
  reading: Reading,
  { encoding, sheet }: { encoding?: Encoding; sheet?: string },
): Promise<Reading> {
  if (reading.form === 'xlsx') return sheet === undefined ? reading : { form: 'xlsx', sheet };
  return encoding === undefined ? reading : { form: 'csv', dialect: await dialectFor(file, encoding) };
}

/** The columns as they were chosen; how the cells are written is looked at anew: the next export may differ. */
function remembered(plan: Plan, known: Partial<Plan>, rows: Parameters<typeof detect>[0]): Plan {
  const columns = known.columns?.length === plan.columns.length ? known.columns : plan.columns;
  const detected = detect(rows, plan.headLine, columns);
  return {
    ...plan,
    ...known,
    columns,
    order: detected.orderSure ? detected.order : (known.order ?? detected.order),
    decimals: detected.decimals,
  };
}

async function sameFile(store: Store, file: Blob): Promise<Opening['before']> {
  const print = await fingerprintOf(file);
  const same = (await store.imports(1_000)).find((row) => row.fingerprint === print && row.state === 'done');
  return same ? { fileName: same.fileName, at: same.startedAt } : null;
}

/** The columns of a file for the other kind of import. */
export const columnsFor = (headers: readonly string[], kind: Plan['kind']): Columns =>
  recognise(headers, kind);
