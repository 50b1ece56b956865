/** Runs the duplicate search over an invented file of so many customers, alone in its process, and prints what it took. */
import { setFlagsFromString } from 'node:v8';
import { DuplicateSearch, emptyRecord } from '../../utils/customer/duplicates';
import { inventedCustomers, type Row } from './customers.ts';

setFlagsFromString('--heap-growing-percent=25');
const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const { rows, same } = inventedCustomers(count, seed);
const megabytes = () => process.resourceUsage().maxRSS / 1024;
const before = megabytes();
const started = process.cpuUsage();

const list = (text: string) => (text === '' ? [] : [text]);
const recordOf = (row: Row) => ({
  ...emptyRecord(row.id),
  kind: row.company === '' ? ('person' as const) : ('company' as const),
  companies: list(row.company),
  people: list(row.contact),
  codes: list(row.code),
  emails: list(row.email),
  phones: list(row.phone),
  addresses: [{ text: row.address, locality: row.city }],
});

const search = new DuplicateSearch();
for (const row of rows.splice(0)) search.add(recordOf(row));
const run = search.run();
let step = run.next();
while (!step.done) step = run.next();
const { user, system } = process.cpuUsage(started);
const gold = new Set(same.map((pair) => pair.join(' ')));
const hits = step.value.proposals.filter(({ id1, id2 }) => gold.has(`${id1} ${id2}`)).length;
console.log(
  JSON.stringify({
    cpuSeconds: (user + system) / 1e6,
    megabytes: megabytes() - before,
    pairs: step.value.proposals.length,
    precision: hits / step.value.proposals.length,
    recall: hits / gold.size,
  }),
);
