import type { ImportCounts } from '../store/import-types';

/** Rows a transaction: so many new customers keep other writers waiting for a second or two. */
const WITH_CUSTOMERS = 4_000;
/**
 * Entries only wait there to be filed: in as few rows as may be, each of more than 64 kB, which is from where on the browser compresses what it
 * stores (Chromium 156, 2026-11): it writes a quarter less.
 */
const ENTRIES_ALONE = 16_000;
/** One customer made in so many rows is few. */
const FEW = 8;

/** Rows of the next part of an import, by what its parts so far brought: they are kept with the place where it goes on, so that it is the same again. */
export const partRows = ({ rows, customers }: Pick<ImportCounts, 'rows' | 'customers'>): number =>
  rows > 0 && customers * FEW <= rows ? ENTRIES_ALONE : WITH_CUSTOMERS;
