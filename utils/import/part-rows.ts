/** Rows a transaction. The parts of an import are the same each time it is read. */
export const PART_ROWS = 4_000;
