import { parseCompany } from '../names/company';
import { compareCompanies } from '../names/compare-company';
import { UNSEEN } from '../names/info';
import { COMPANY_START } from './weights';

/** log2 of the odds that two names laid side by side by someone are one customer's, before they are read. */
const PRIOR = -5;

/** Probability 0..1 that two company names mean one customer, from the names alone; 0.5 and up is worth a look. */
export function scoreNames(a: string, b: string): number {
  const x = parseCompany(a);
  const y = parseCompany(b);
  if (!x || !y) return 0;
  const found = compareCompanies(x, y, UNSEEN);
  if (!found || found.branch || found.place === 'conflict') return 0;
  const bits = Math.log2(COMPANY_START.name.m[found.level]) + found.bits + PRIOR;
  return 1 / (1 + 2 ** -bits);
}
