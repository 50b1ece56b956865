import type { Found, Proposal, SearchOptions } from './found';
import type { DuplicateRecord } from './record';
import { DuplicateSearch } from './search';

/** Finds duplicates among all records in one go, with what is related and the model learned. */
export function findAll(records: Iterable<DuplicateRecord>, options: SearchOptions = {}): Found {
  const search = new DuplicateSearch({ ...options, sliceMs: Number.POSITIVE_INFINITY });
  for (const record of records) search.add(record);
  const step = search.run().next();
  if (!step.done) throw new Error('a search without slices stopped');
  return step.value;
}

/** The proposals of {@link findAll}: highest score first. */
export const findDuplicates = (records: Iterable<DuplicateRecord>, options: SearchOptions = {}): Proposal[] =>
  findAll(records, options).proposals;
