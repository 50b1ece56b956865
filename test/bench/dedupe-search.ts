import { DuplicateSearch, emptyRecord, type Proposal } from '../../utils/customer/duplicates';
import type { Row } from './customers.ts';

const list = (text: string) => (text === '' ? [] : [text]);
const recordOf = (row: Row) => ({
  ...emptyRecord(row.id),
  kind: row.company === '' ? ('person' as const) : ('company' as const),
  companies: list(row.company),
  people: list(row.contact),
  codes: list(row.code),
  emails: list(row.email),
  phones: list(row.phone),
  addresses: [{ text: row.address, locality: row.city }],
});

/** The shipped search over an invented file, which is emptied: what it takes is then the search's own. */
export function searchOver(rows: Row[]): Proposal[] {
  const search = new DuplicateSearch();
  for (const row of rows.splice(0)) search.add(recordOf(row));
  const run = search.run();
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value.proposals;
}
