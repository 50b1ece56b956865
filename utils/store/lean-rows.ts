import type { Packing } from './packed-rows';

/**
 * Of a customer little is known at first: two thirds of a row's bytes are names of fields that are empty, and a hundred thousand are written
 * several times over (the log, each compaction). So they lie without these, and are read with them.
 */
type Row = Record<string, unknown>;

/**
 * What a row has where nothing was stored: fields that the model requires, never ones that may be absent. Stored rows mean these by what they
 * lack, whatever a new draft may one day begin with. New lists for each row.
 */
const BLANKS = {
  customers: (): Row => ({
    ...{ relation: 'direct', aliases: [], company: '', title: '', emails: [], domains: [], phones: [] },
    ...{ codes: [], addresses: [], owner: '', stage: 'potential', tier: null, valueToDate: null },
    ...{ valueNext12: null, valueReferred: null, riskLevel: null, riskReasons: [], riskNote: '', needs: [] },
    ...{ tags: [], cadenceDays: null, lastContactAt: 0, country: '', sample: false, keys: [], terms: [] },
  }),
  contacts: (): Row => ({ title: '', emails: [], phones: [], keys: [], terms: [] }),
};

const isBlank = (value: unknown, blank: unknown): boolean =>
  value === blank || (Array.isArray(blank) && Array.isArray(value) && value.length === 0);

function lean(row: Row, blanks: Row): Row {
  const kept: Row = {};
  for (const field of Object.keys(row))
    if (!(field in blanks) || !isBlank(row[field], blanks[field])) kept[field] = row[field];
  return kept;
}

function leanPacking(blanks: () => Row) {
  const none = blanks();
  return {
    lay: (row: Row): object => lean(row, none),
    read: <R extends object>(stored: R | undefined) => stored && ({ ...blanks(), ...stored } as R),
  } satisfies Packing;
}

/** Tables whose rows lie without what is empty. */
export const LEAN = {
  customers: leanPacking(BLANKS.customers),
  contacts: leanPacking(BLANKS.contacts),
};
