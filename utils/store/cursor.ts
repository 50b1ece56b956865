import type { DBCoreCursor } from 'dexie';

/**
 * A cursor of the database with its rows read by `read`, for layers that stand between Dexie and the disk; `toKey` is given each key
 * that the cursor is asked to go on to. The browser's own cursor answers only for itself, so what stands before it asks it by name.
 */
export const cursorOver = (
  cursor: DBCoreCursor,
  read: (stored: unknown) => unknown,
  toKey = (key: unknown): unknown => key,
): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => read(cursor.value) },
    continue: { value: (key?: unknown) => cursor.continue(toKey(key)) },
    continuePrimaryKey: {
      value: (key: unknown, primaryKey: unknown) => cursor.continuePrimaryKey(toKey(key), primaryKey),
    },
    advance: { value: (count: number) => cursor.advance(count) },
  });
