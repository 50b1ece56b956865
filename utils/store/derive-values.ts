import type { Customer } from '../customer/model';
import type { Ledger } from '../value/ledger';
import { type SummaryContext, summarise } from '../value/summarise';
import type { Summary } from '../value/summary-types';
import type { Tables } from './database';
import { countChanged } from './scoring';
import { money } from './valuation';

/** Makes the sums of these customers anew from their ledgers, in the running transaction; none where there is no ledger or no customer any more. */
export async function deriveSummaries(db: Tables, customerIds: readonly string[]): Promise<Summary[]> {
  if (customerIds.length === 0) return [];
  const ids = [...customerIds];
  const [customers, ledgers] = await Promise.all([db.customers.bulkGet(ids), db.ledgers.bulkGet(ids)]);
  return summariesOf(
    db,
    ids.map((id, i) => ({ id, customer: customers[i], ledger: ledgers[i] })),
  );
}

/** A customer and their ledger as they stand in the running transaction. */
export interface Known {
  id: string;
  customer: Pick<Customer, 'deletedAt' | 'referredBy'> | undefined;
  ledger: Ledger | undefined;
}

/** What sums are made with, for as long as a transaction lasts. */
export async function summing(db: Tables): Promise<SummaryContext> {
  const { converter, settings, number } = await money(db);
  return { converter, marginRate: settings.marginRate, valuation: number };
}

/** The same where both have been read. */
async function summariesOf(db: Tables, known: readonly Known[]): Promise<Summary[]> {
  const made = await putSums(db, known, await summing(db));
  await countChanged(db, known.length);
  return made;
}

/** Makes and writes the sums of these; who counts as changed is counted by the caller. */
export async function putSums(
  db: Tables,
  known: readonly Known[],
  context: SummaryContext,
): Promise<Summary[]> {
  const made: Summary[] = [];
  const gone: string[] = [];
  for (const { id, customer, ledger } of known) {
    const live = customer?.deletedAt === null && ledger?.deletedAt === null;
    const referred = typeof customer?.referredBy === 'string';
    const summary = live ? summarise(id, ledger.entries, referred, context) : undefined;
    if (summary) made.push(summary);
    else gone.push(id);
  }
  await db.summaries.bulkPut(made);
  if (gone.length > 0) {
    await db.summaries.bulkDelete(gone);
    await db.insights.bulkDelete(gone);
  }
  return made;
}
