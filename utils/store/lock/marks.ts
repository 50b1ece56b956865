/** Rows of `meta` that are a lock's own. */

/** The rows of this database are on their way to the other one: nobody may use it. Lies open. */
export const FENCE = 'moving';
/** How far a copy came. Lies open. */
export const MARK = 'moved';
/** Sealed, so that the wrong key is known at once. */
export const SEAL_CHECK = 'sealCheck';
