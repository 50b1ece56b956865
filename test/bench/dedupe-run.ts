/** Runs the duplicate search over an invented file of so many customers, alone in its process, and prints what it took. */
import { inventedCustomers } from './customers.ts';
import { searchOver } from './dedupe-search.ts';

const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const { rows, same } = inventedCustomers(count, seed);
const megabytes = () => process.resourceUsage().maxRSS / 1024;
const before = megabytes();
const started = process.cpuUsage();
const proposals = searchOver(rows);
const { user, system } = process.cpuUsage(started);
const gold = new Set(same.map((pair) => pair.join(' ')));
const hits = proposals.filter(({ id1, id2 }) => gold.has(`${id1} ${id2}`)).length;
console.log(
  JSON.stringify({
    cpuSeconds: (user + system) / 1e6,
    megabytes: megabytes() - before,
    pairs: proposals.length,
    precision: hits / proposals.length,
    recall: hits / gold.size,
  }),
);
