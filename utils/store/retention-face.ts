import type { RetentionStore } from './api-retention';
import type { Database } from './database';
import { explained } from './explain';
import { failureData } from './failure-data';
import * as queries from './retention-queries';
import { levelsOf } from './risk-buckets';
import { cadencesOf, refreshRisks, risks } from './risk-refresh';

type Write = <T>(work: () => Promise<T>) => Promise<T>;

/** The part of the store that is about staying and leaving; see {@link RetentionStore}. */
export function retentionFace(db: Database, write: Write): RetentionStore {
  return {
    reasonEdits: () => explained(() => queries.reasonEdits(db)),
    defectionsWith: (codes) => explained(() => queries.defectionsWith(db, codes)),
    plansWith: (codes) => explained(() => queries.plansWith(db, codes)),
    rounds: () => explained(() => queries.rounds(db)),
    satisfactionsOf: (id) => explained(() => queries.satisfactionsOf(db, id)),
    allComplaints: () => explained(() => queries.allComplaints(db)),
    allPlans: () => explained(() => queries.allPlans(db)),
    guards: (limit) => explained(() => queries.guards(db, limit)),
    candidates: () => explained(() => queries.candidates(db)),
    risks: (limit, level) => explained(() => risks(db, limit, level)),
    riskLevels: (ids) => explained(() => levelsOf(db, ids)),
    risksAt: () => explained(() => queries.risksAt(db)),
    riskCadences: () => explained(() => cadencesOf(db)),
    refreshRisks: (options) => write(() => refreshRisks(db, options)),
    failureData: (today) => explained(() => failureData(db, today)),
  };
}
