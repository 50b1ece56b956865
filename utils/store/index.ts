import { liveQuery } from 'dexie';
import * as announced from './announced';
import type { ImportStore, RetentionStore, Store, ValueStore, VaultStore } from './api';
import { sumAgain } from './backup/sums';
import { addMany } from './bulk';
import { commit, undo } from './commit';
import { toReminder } from './derive';
import * as queries from './due';
import { searchDuplicates } from './duplicate-search';
import * as dup from './duplicates';
import { StoreNewer } from './errors';
import { explained } from './explain';
import { importFace } from './import-face';
import { type TextCover, textCover } from './lock/cover';
import { sealerOf } from './lock/sealed-tables';
import { Names } from './names';
import { type Opened, type OpenOptions, openDatabase } from './open';
import {
  byKeys,
  card,
  complaintCount,
  contactsOf,
  count,
  customers,
  history,
  list,
  toldApart,
} from './queries';
import { wakeAll } from './quiet';
import { renewDerived } from './renew';
import { retentionFace } from './retention-face';
import { followRisk } from './risk-refresh';
import { search } from './search';
import { mergeRuns } from './term-merge';
import { lastTouch } from './touches';
import { valueFace } from './value-face';
import { vaultFace } from './vault-face';

export * from './api';
export { makeKey } from './backup/cipher';
export { isSealed } from './backup/file-read';
export { BackupProblem } from './backup/problem';
export * from './errors';
export type * from './types';

/**
 * Opens the store. Throws StoreBlocked where an older version of Margin is open in another page, StoreDenied where
 * the browser refuses, StoreFull where there is no room. A newer database opens read-only. `quiet`: what this connection writes wakes
 * no watched query until {@link Store.wakeAll}. `key`: asked for the data key where there is a lock; without it a locked store throws StoreLocked.
 */
export async function openStore(options: Partial<OpenOptions> = {}): Promise<Store> {
  const opened = await explained(() => openDatabase({ name: 'margin', ...options }));
  const store = new MarginStore(opened);
  const { db, databaseId } = opened;
  return Object.assign(
    store,
    valueFace(db, store.write),
    importFace(db, store.write),
    retentionFace(db, store.write),
    vaultFace(db, databaseId, store.write),
  );
}

/** What an update or a restore left to be made again. */
async function renewAll(db: Opened['db']): Promise<number> {
  const renewed = await renewDerived(db);
  await sumAgain(db);
  return renewed;
}

type Faces = ValueStore & ImportStore & RetentionStore & VaultStore;

class MarginStore implements Omit<Store, keyof Faces> {
  readonly databaseId: string;
  readonly readOnly: boolean;
  readonly renewed: Promise<number>;
  readonly texts: TextCover;
  private readonly db: Opened['db'];
  private readonly names: Names;

  constructor({ db, databaseId, readOnly }: Opened) {
    this.db = db;
    this.names = new Names(db);
    this.texts = textCover(sealerOf(db));
    this.databaseId = databaseId;
    this.readOnly = readOnly;
    this.renewed = readOnly ? Promise.resolve(0) : explained(() => renewAll(db));
    this.renewed.catch(() => undefined); // a page that closes early; who needs to know awaits it
  }

  readonly write = <T>(work: () => Promise<T>): Promise<T> => {
    if (this.readOnly) return Promise.reject(new StoreNewer('the database is of a newer version of Margin'));
    return explained(work);
  };

  commit: Store['commit'] = (change) =>
    this.write(() => commit(this.db, change, Date.now())).then(() => this.followed(change.id));
  addMany: Store['addMany'] = (change, options = {}) =>
    this.write(() => addMany(this.db, change, options, Date.now()));
  undo: Store['undo'] = async (id, source) => {
    const undone = await this.write(() => undo(this.db, id, source, Date.now()));
    this.followed(undone);
    return undone;
  };
  /** Risks are derived: that they follow is nothing that a change waits for, and a full refresh makes them again. */
  private followed(changeId: string): void {
    this.db.journal
      .get(changeId)
      .then((entry) => followRisk(this.db, entry?.customerIds ?? [], Date.now()))
      .catch(() => undefined);
  }
  forgetEarly: Store['forgetEarly'] = (now) => this.write(() => announced.forgetEarly(this.db, now));
  markAnnounced: Store['markAnnounced'] = (ids) => this.write(() => announced.markAnnounced(this.db, ids));

  byKeys: Store['byKeys'] = (keys) => explained(() => byKeys(this.db, keys));
  customers: Store['customers'] = (ids) => explained(() => customers(this.db, ids));
  card: Store['card'] = (id) => explained(() => card(this.db, id));
  reminder: Store['reminder'] = (id) =>
    explained(async () => {
      const row = await this.db.reminders.get(id);
      return row && row.deletedAt === null ? toReminder(row) : null;
    });
  search: Store['search'] = (text, limit) => explained(() => search(this.db, text, limit));
  due: Store['due'] = (now, cadences, limit) => explained(() => queries.due(this.db, now, cadences, limit));
  dueCount: Store['dueCount'] = (now, cadences) => explained(() => queries.dueCount(this.db, now, cadences));
  openComplaintsOf: Store['openComplaintsOf'] = (ids) =>
    explained(() => queries.openComplaintsOf(this.db, ids));
  dueOf: Store['dueOf'] = (ids, now, cadences) => explained(() => queries.dueOf(this.db, ids, now, cadences));
  nextReminderAt: Store['nextReminderAt'] = (after) =>
    explained(() => queries.nextReminderAt(this.db, after));
  toAnnounce: Store['toAnnounce'] = (now, limit) => explained(() => queries.toAnnounce(this.db, now, limit));
  complaintCount: Store['complaintCount'] = (since) => explained(() => complaintCount(this.db, since));
  history: Store['history'] = (limit, id) => explained(() => history(this.db, limit, id));
  list: Store['list'] = (page) => explained(() => list(this.db, page));
  count: Store['count'] = () => explained(() => count(this.db));

  namesIn: Store['namesIn'] = (text) => explained(() => this.names.find(text));
  hasNames: Store['hasNames'] = () => explained(() => this.names.any());
  renewNames: Store['renewNames'] = () => this.write(() => this.names.renew());
  mergeTerms: Store['mergeTerms'] = () => this.write(() => mergeRuns(this.db));
  followDuplicates: Store['followDuplicates'] = () => this.write(() => dup.followDuplicates(this.db));
  lastWritten: Store['lastWritten'] = () => explained(() => lastTouch(this.db));
  wholeSearchDue: Store['wholeSearchDue'] = () =>
    explained(async () => (await this.db.meta.get(dup.WHOLE))?.value === true);
  searchDuplicates: Store['searchDuplicates'] = (options = {}) =>
    this.write(() => searchDuplicates(this.db, options));
  duplicates: Store['duplicates'] = (now, limit) => explained(() => dup.duplicates(this.db, now, limit));
  duplicateCount: Store['duplicateCount'] = (now) => explained(() => dup.duplicateCount(this.db, now));
  duplicatesOf: Store['duplicatesOf'] = (id, now) => explained(() => dup.duplicatesOf(this.db, id, now));
  explainDuplicates: Store['explainDuplicates'] = (one, other) =>
    explained(() => dup.explainDuplicates(this.db, one, other));
  postponeDuplicates: Store['postponeDuplicates'] = (ids, until) =>
    this.write(async () => {
      await this.db.proposals.where('id').anyOf(ids).modify({ laterUntil: until });
    });
  toldApart: Store['toldApart'] = (one, other) => explained(() => toldApart(this.db, one, other));
  contactsOf: Store['contactsOf'] = (ids) => explained(() => contactsOf(this.db, ids));

  sampleIds: Store['sampleIds'] = () =>
    explained(() => this.db.customers.where('sampleMark').equals(1).primaryKeys());

  live: Store['live'] = (query, onValue, onError) => {
    const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
    return () => subscription.unsubscribe();
  };
  wakeAll: Store['wakeAll'] = wakeAll;
  close: Store['close'] = () => this.db.close();
}
