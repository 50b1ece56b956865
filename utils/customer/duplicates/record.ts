/** What the duplicate engine knows of one customer, as typed. Lists may be empty and hold empty texts. */
export interface DuplicateRecord {
  id: string;
  kind: 'person' | 'company';
  /** A company's name and aliases; empty for a person. */
  companies: readonly string[];
  /** A person's own names, or a company's contacts. */
  people: readonly PersonText[];
  codes: readonly string[];
  emails: readonly string[];
  phones: readonly string[];
  addresses: readonly AddressText[];
  /** `YYYY-MM-DD`, `YYYYMMDD` or ''. */
  birthday: string;
}

/** A name in one text, or in its parts where they are known apart. */
export type PersonText = string | { given: string; surname: string };

/** An address in one text, or in its parts where they are known apart. */
export interface AddressText {
  text?: string;
  number?: string;
  street?: string;
  /** A second line: a house or village by its name. */
  beside?: string;
  locality?: string;
  region?: string;
  postcode?: string;
}

/** A record with nothing but its id; parts are filled in over it. */
export const emptyRecord = (id: string): DuplicateRecord => ({
  id,
  kind: 'person',
  companies: [],
  people: [],
  codes: [],
  emails: [],
  phones: [],
  addresses: [],
  birthday: '',
});
