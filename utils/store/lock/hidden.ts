import { INDEXES } from '../schema';
import { FENCE, MARK } from './marks';

/**
 * What stands beside a sealed row, readable to whoever reads the disk: the fields that an index needs. Those that name or value a customer
 * stand there as tokens; every other indexed field is named in {@link SHOWN}: random ids, times, states, and the order of worth.
 */

/** `equal`: found whole. `prefix`: found by a beginning. `order`: sorted by. See Sealer. */
export type Hiding = 'equal' | 'prefix' | 'order';

export const HIDDEN: Readonly<Record<string, Readonly<Record<string, Hiding>>>> = {
  customers: { keys: 'equal', terms: 'prefix', sortName: 'equal' },
  contacts: { keys: 'equal', terms: 'prefix' },
  interactions: { words: 'prefix' },
  blocks: { keys: 'equal' },
  insights: { lossRank: 'order', next: 'order', riskScore: 'order', valueIndex: 'order' },
  pairs: { product: 'equal' },
};

/** Indexed fields that say nothing of who a customer is or what they are worth but a rank and a tier. Tables that are not named: their keys alone. */
export const SHOWN: Readonly<Record<string, readonly string[]>> = {
  customers: [
    ...['cadenceTier', 'cadenceFrom', 'ownDueAt', 'keyTier', 'createdAt', 'sampleMark'],
    ...['referredBy', 'mergedInto', 'stageMark', 'tierPinned'],
  ],
  contacts: ['customerId'],
  interactions: ['customerId', 'at'],
  reminders: ['customerId', 'openDueAt', 'openFor'],
  complaints: ['customerId', 'openDueDate'],
  rates: ['currency', 'base', 'date'],
  defections: ['customerId'],
  wallets: ['customerId'],
  satisfactions: ['customerId', 'roundId'],
  plans: ['customerId'],
  guards: ['customerId', 'checkDueAt'],
  distinctions: ['customerId', 'otherId'],
  journal: ['at', 'customerIds', 'undoes'],
  proposals: ['one', 'other', 'score'],
  summaries: ['valuation'],
  insights: ['rank', 'tier'],
  models: ['madeAt'],
  bulkParts: ['changeId'],
  inbox: ['importId'],
  imports: ['startedAt'],
};

/** Rows of `meta` that must be read without the key, or that only the browser itself can store (the handle of a folder). */
const PLAIN_META: ReadonlySet<unknown> = new Set(['databaseId', 'backupFolder', FENCE, MARK]);
export const isPlain = (table: string, row: object): boolean =>
  table === 'meta' && 'key' in row && PLAIN_META.has(row.key);

export interface TablePlan {
  /** Fields of the primary key; `made`: the database makes it. */
  key: readonly string[];
  made: boolean;
  shown: readonly string[];
  hidden: ReadonlyArray<readonly [field: string, how: Hiding]>;
}

/** Every field that the schema's line names, the primary key's first. */
export function indexedFields(line: string): { key: string[]; made: boolean; others: string[] } {
  const [key = '', ...others] = line.split(',').map((part) => part.trim());
  const fields = (part: string) =>
    part
      .replace(/^[*+&]+/, '')
      .replace(/[[\]]/g, '')
      .split('+');
  return { key: fields(key), made: key.startsWith('++'), others: [...new Set(others.flatMap(fields))] };
}

export function planOf(table: string): TablePlan {
  const { key, made } = indexedFields(INDEXES[table] ?? 'id');
  const hidden = Object.entries(HIDDEN[table] ?? {});
  return { key, made, hidden, shown: SHOWN[table] ?? [] };
}
