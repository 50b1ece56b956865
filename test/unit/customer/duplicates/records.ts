import { type DuplicateRecord, emptyRecord } from '../../../../utils/customer/duplicates/record';

/** A company or person for a test: what is given over an empty record. */
export const company = (id: string, name: string, more: Partial<DuplicateRecord> = {}): DuplicateRecord => ({
  ...emptyRecord(id),
  kind: 'company',
  companies: [name],
  ...more,
});

export const person = (id: string, name: string, more: Partial<DuplicateRecord> = {}): DuplicateRecord => ({
  ...emptyRecord(id),
  people: [name],
  ...more,
});
