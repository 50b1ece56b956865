import { summarise } from '../value/summarise';
import type { Summary } from '../value/summary-types';
import type { Tables } from './database';
import { countChanged } from './scoring';
import { money } from './valuation';

/** Makes the sums of these customers anew from their ledgers, in the running transaction; none where there is no ledger or no customer any more. */
export async function deriveSummaries(db: Tables, customerIds: readonly string[]): Promise<Summary[]> {
  if (customerIds.length === 0) return [];
  const ids = [...customerIds];
  const [customers, ledgers] = await Promise.all([db.customers.bulkGet(ids), db.ledgers.bulkGet(ids)]);
  const { converter, settings, number } = await money(db);
  const context = { converter, marginRate: settings.marginRate, valuation: number };
  const made: Summary[] = [];
  const gone: string[] = [];
  ids.forEach((id, i) => {
    const [customer, ledger] = [customers[i], ledgers[i]];
    const live = customer?.deletedAt === null && ledger?.deletedAt === null;
    const referred = typeof customer?.referredBy === 'string';
    const summary = live ? summarise(id, ledger.entries, referred, context) : undefined;
    if (summary) made.push(summary);
    else gone.push(id);
  });
  await db.summaries.bulkPut(made);
  await db.summaries.bulkDelete(gone);
  await db.insights.bulkDelete(gone);
  await countChanged(db, ids.length);
  return made;
}
