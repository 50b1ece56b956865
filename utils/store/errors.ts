import type { TableName } from './types';

/** Errors of the store, told apart by class or by `name`; their messages are for logs and hold no customer data. */
abstract class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The database was made by a newer version of Margin: it can be read, not written. */
export class StoreNewer extends StoreError {}

/** Another open page of an older version holds the database: it must be closed or reloaded. */
export class StoreBlocked extends StoreError {}

/** The browser refuses the database here (cookies blocked, private container, storage broken). */
export class StoreDenied extends StoreError {}

/** The disk or the quota is full: nothing of the change was written. */
export class StoreFull extends StoreError {}

/**
 * The database is locked and no key was given. `moving`: its rows are being sealed (`on`) or opened (`off`) for good, and nobody may use it
 * until that has ended; see lock/move.ts.
 */
export class StoreLocked extends StoreError {
  override readonly name = 'StoreLocked';
  constructor(
    readonly databaseId: string,
    readonly moving: 'on' | 'off' | null,
  ) {
    super(moving ? 'the database is being locked or unlocked for good' : 'the database is locked');
  }
}

/** The connection was closed: by {@link Store.close}, or because a newer version took over. Reload the page. */
export class StoreClosed extends StoreError {}

/** A row that does not fit its schema: nothing was written. `field` is its path (`valueToDate.currency`). */
export class InvalidRow extends StoreError {
  override readonly name = 'InvalidRow';
  constructor(
    readonly table: TableName,
    readonly id: string,
    readonly field: string,
    readonly problem: string,
  ) {
    super(`${table}.${field}: ${problem}`);
  }
}

/** A change names a row that is not there (or was removed, or whose customer is not there): nothing was written. */
export class RowMissing extends StoreError {
  override readonly name = 'RowMissing';
  constructor(
    readonly table: TableName,
    readonly id: string,
  ) {
    super(`no row in ${table} with this id`);
  }
}

/** A change would make a customer their own referrer, through the others of `chain` (ids, first = last): nothing was written. */
export class ReferralCycle extends StoreError {
  override readonly name = 'ReferralCycle';
  constructor(readonly chain: string[]) {
    super(`referrals would go in a circle of ${chain.length - 1}`);
  }
}

/** A change adds a row whose id is taken: nothing was written. */
export class RowExists extends StoreError {
  override readonly name = 'RowExists';
  constructor(
    readonly table: TableName,
    readonly id: string,
  ) {
    super(`a row in ${table} has this id already`);
  }
}

/** Undo is refused: a later change touched the same rows (`rows`), or the change is not in the journal. */
export class UndoConflict extends StoreError {
  override readonly name = 'UndoConflict';
  constructor(readonly rows: Array<{ table: TableName; id: string }>) {
    super(rows.length > 0 ? 'changed again since' : 'no such change');
  }
}

/**
 * Two records cannot be made one: `same` a record and itself · `merged` one of them was made part of another meanwhile,
 * in another tab perhaps · `gone` one of them was removed. Nothing was written.
 */
export class MergeRefused extends StoreError {
  override readonly name = 'MergeRefused';
  constructor(readonly why: 'same' | 'merged' | 'gone') {
    super(`not merged: ${why}`);
  }
}
