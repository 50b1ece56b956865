import { spawnSync } from 'node:child_process';
import { findBrowser } from '../tools/find-browser.ts';
import { dedupe } from './dedupe.ts';
import { insight } from './insight.ts';
import { names } from './names.ts';
import { asked } from './options.ts';
import { page } from './page.ts';
import { risks } from './risks.ts';
import { size } from './size.ts';
import { closeStocked } from './stocked.ts';
import { store } from './store.ts';
import { storeImport } from './store-import.ts';
import { machineLine, type Row, tableOf } from './table.ts';
import { value } from './value.ts';

const BENCHES: Record<string, () => Promise<Row[]>> = {
  size,
  page,
  names,
  store: async () => [...(await store()), ...(await storeImport())],
  insight,
  dedupe,
  value,
  risks,
};

const wanted = asked;
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
    rows.push(...(await run()));
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
