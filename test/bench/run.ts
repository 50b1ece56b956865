import { spawnSync } from 'node:child_process';
import { findBrowser } from '../tools/find-browser.ts';
import { dedupe } from './dedupe.ts';
import { imports } from './import.ts';
import { insight } from './insight.ts';
import { names } from './names.ts';
import { asked } from './options.ts';
import { page } from './page.ts';
import { risks } from './risks.ts';
import { size } from './size.ts';
import { closeStocked } from './stocked.ts';
import { store } from './store.ts';
import { lineOf, machineLine, type Row, tableOf } from './table.ts';
import { value } from './value.ts';

const BENCHES: Record<string, () => AsyncIterable<Row>> = {
  size,
  page,
  names,
  store,
  import: imports,
  insight,
  dedupe,
  value,
  risks,
};

/** Who asks for these asks for what belongs to them as well; that can be asked for by itself. */
const WITH: Record<string, string[]> = { store: ['import'], value: ['risks'] };
const wanted = asked.flatMap((name) => [name, ...(WITH[name] ?? [])]);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
const rows: Row[] = [];
try {
  for (const [name, run] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.error(`measuring ${name} …`);
    for await (const row of run()) {
      rows.push(row);
      console.error(lineOf(row));
    }
  }
} finally {
  await closeStocked();
}
const version = spawnSync(findBrowser(), ['--version'], { encoding: 'utf8' })
  .stdout.trim()
  .split('\n')
  .at(-1);
console.log(`\n${tableOf(rows)}\n\n${machineLine(version ?? 'unknown browser')}`);
const missed = rows.filter((row) => row.met === false).length;
console.log(missed === 0 ? 'Every target is met.' : `${missed} of ${rows.length} rows miss their target.`);
