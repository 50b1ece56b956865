import type { Parameters } from './fields';

/**
 * Where learning starts: for each field and level the share among pairs that are one customer (m) and among pairs of
 * strangers (u). Estimated by hand from what happens to records (people change, phones are reassigned, streets are
 * shared), not from any one file. {@link learn} moves m towards what a file shows, and stays near these where
 * the file is small. Names have no u: how much a name tells depends on the name.
 */
export const COMPANY_START: Parameters = {
  households: true,
  name: { m: { different: 0.002, unclear: 0.02, generic: 0.06, short: 0.18, near: 0.1, same: 0.638 }, u: {} },
  region: {
    m: { conflict: 0.003, within: 0.247, same: 0.75 },
    u: { conflict: 0.6, within: 0.1, same: 0.3 },
  },
  person: {
    m: { different: 0.25, family: 0.02, given: 0.01, partial: 0.1, near: 0.04, same: 0.58 },
    u: { different: 0.95, family: 0.04, given: 0.01 },
  },
  code: { m: { different: 0.2, same: 0.8 }, u: { different: 0.99998, same: 0.00002 } },
  email: {
    m: { different: 0.18, domain: 0.22, near: 0.08, same: 0.52 },
    u: { different: 0.9998, domain: 0.0001, near: 0.00002, same: 0.00005 },
  },
  phone: {
    m: { different: 0.2, near: 0.08, same: 0.72 },
    u: { different: 0.99985, near: 0.00005, same: 0.0001 },
  },
  address: {
    m: { elsewhere: 0.15, area: 0.05, town: 0.06, near: 0.1, same: 0.64 },
    u: { elsewhere: 0.96, area: 0.0385, town: 0.001, near: 0.0004, same: 0.0001 },
  },
  birthday: {
    m: { different: 0.03, near: 0.05, same: 0.92 },
    u: { different: 0.9994, near: 0.0005, same: 0.0001 },
  },
};

export const PERSON_START: Parameters = {
  ...COMPANY_START,
  person: {
    m: { different: 0.004, family: 0.006, given: 0.02, partial: 0.1, near: 0.15, same: 0.72 },
    u: { different: 0.96, family: 0.03, given: 0.01 },
  },
};
