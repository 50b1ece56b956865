import type { ValueStore } from './api-value';
import { type Database, writing } from './database';
import { explained } from './explain';
import { addEntries, dropImport, importState } from './import-entries';
import { insights } from './insight-list';
import { refresh } from './refresh';
import { setValueSettings, valuation } from './valuation';
import * as queries from './value-queries';

/** `write` refuses where the database is read-only. */
type Write = <T>(work: () => Promise<T>) => Promise<T>;

/** The part of the store that is about ledgers; see {@link ValueStore}. */
export function valueFace(db: Database, write: Write): ValueStore {
  return {
    ledger: (id) => explained(() => queries.ledger(db, id)),
    summary: (id) => explained(() => queries.summary(db, id)),
    insight: (id) => explained(() => queries.insight(db, id)),
    insightsOf: (ids) => explained(() => queries.insightsOf(db, ids)),
    insights: (query) => explained(() => insights(db, query)),
    summaryScan: (onBatch) => explained(() => queries.summaryScan(db, onBatch)),
    referralsOf: (id) => explained(() => queries.referralsOf(db, id)),
    portfolio: () => explained(() => queries.portfolio(db)),
    model: () => explained(() => queries.model(db)),
    rates: () => explained(() => queries.rates(db)),
    valueSettings: () => explained(async () => (await valuation(db)).settings),
    setValueSettings: (settings) => write(() => writing(db, (tables) => setValueSettings(tables, settings))),
    addEntries: (change, batches, options = {}) =>
      write(() => addEntries(db, change, batches, options, Date.now())),
    importState: (id) => explained(() => importState(db, id)),
    dropImport: (id) => write(() => dropImport(db, id)),
    refresh: (options) => write(() => refresh(db, options)),
  };
}
