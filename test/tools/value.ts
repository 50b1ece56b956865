/**
 * `npm run value -- --transactions T.csv --until YYYY-MM-DD --horizon-days N [--customers C.csv] [--model auto|mbg|bg|pareto|cnbdk|simple]
 * [--discount RATE]`: what each customer of a ledger is worth, by the code that the extension runs. One JSON object on stdout;
 * rejected rows and notices on stderr; exit code 2 where there is nothing to work on.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assess } from '../../utils/retention/assess';
import { customerColumns } from '../../utils/transfer/columns';
import { LedgerFileError, readLedgerFile } from '../../utils/transfer/ledger-file';
import { readTable } from '../../utils/transfer/table';
import { dayNumber } from '../../utils/value/days';
import { MODELS, type ModelName } from '../../utils/value/models';
import { purchasersOf } from './value/purchasers';
import { report } from './value/report';

const USAGE =
  'npm run value -- --transactions T.csv --until YYYY-MM-DD --horizon-days N [--customers C.csv] ' +
  `[--model auto|${MODELS.join('|')}] [--discount RATE_PER_YEAR]`;

class UsageError extends Error {}

function options() {
  const { values } = parseArgs({
    options: {
      transactions: { type: 'string' },
      customers: { type: 'string' },
      until: { type: 'string' },
      'horizon-days': { type: 'string' },
      model: { type: 'string', default: 'auto' },
      discount: { type: 'string', default: '0' },
    },
  });
  const untilDay = dayNumber(values.until ?? '');
  const horizonDays = Number(values['horizon-days']);
  const discountPerYear = Number(values.discount);
  const model = (['auto', ...MODELS] as const).find((name) => name === values.model);
  if (!values.transactions) throw new UsageError('--transactions is missing');
  if (untilDay === undefined) throw new UsageError(`--until is no date: ${values.until ?? '(missing)'}`);
  if (!(horizonDays > 0 && horizonDays < 36_525))
    throw new UsageError('--horizon-days must be from 1 to 36525');
  if (!(discountPerYear >= 0)) throw new UsageError('--discount must be 0 or more, 0.1 for 10 % a year');
  if (!model) throw new UsageError(`--model ${values.model}: there are auto, ${MODELS.join(', ')}`);
  const files = { transactions: values.transactions, customers: values.customers };
  return { ...files, untilDay, horizonDays, discountPerYear, model: model as ModelName | 'auto' };
}

function customerIds(file: string | undefined): string[] {
  if (!file) return [];
  const table = readTable(readFileSync(file));
  const { id } = customerColumns(table.headers);
  if (id === undefined) throw new LedgerFileError(`${file}: no column of customer ids`);
  return table.rows.map((row) => (row.cells[id] ?? '').trim()).filter((cell) => cell !== '');
}

function main(): void {
  const { transactions, customers, ...asked } = options();
  const ledger = readLedgerFile(readFileSync(transactions));
  for (const { line, reason } of ledger.rejects) console.error(`${transactions}:${line}: ${reason}`);
  for (const notice of ledger.notices) console.error(`${transactions}: ${notice}`);
  const { purchasers, economics } = purchasersOf(ledger.entries, asked.untilDay);
  const result = assess(purchasers, asked);
  const json = report(result, {
    ...asked,
    economics,
    ids: customerIds(customers),
    rejected: ledger.rejects.length,
  });
  process.stdout.write(`${JSON.stringify(json)}\n`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const known = error instanceof UsageError || error instanceof LedgerFileError || 'code' in error;
  if (!known) throw error;
  console.error(error instanceof UsageError ? `${error.message}\n${USAGE}` : error.message);
  process.exitCode = 2;
}
