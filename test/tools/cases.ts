import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Sighting } from '../../utils/detect/types.ts';
import type { Case, Expectation } from '../pages/case.ts';

export interface PageCase extends Case {
  expect: Expectation;
  /** `roundcube/show-plain-en.html` */
  id: string;
  path: string;
}

const PAGES = resolve(import.meta.dirname, '../pages');

/** Every example page under test/pages with what is true of it. */
export function allCases(): PageCase[] {
  return readdirSync(PAGES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(PAGES, entry.name, 'cases.json')))
    .flatMap((entry) => {
      const cases = JSON.parse(readFileSync(join(PAGES, entry.name, 'cases.json'), 'utf8')) as Case[];
      return cases.map((one) => {
        const id = `${entry.name}/${one.file}`;
        if (!one.expect) throw new Error(`${id}: write in cases.json what is true of this page`);
        return { ...one, expect: one.expect, id, path: join(PAGES, id) };
      });
    });
}

/** Roles in the order in which candidates are offered. */
const ROLES = ['counterpart', 'participant', 'mention', 'row', 'own'];

/** Either spelling of an international domain is the same address. */
function plain(value: string): string {
  const at = value.lastIndexOf('@');
  if (at < 0 || !/[^\0-\x7f]/.test(value)) return value;
  return `${value.slice(0, at)}@${new URL(`http://${value.slice(at + 1)}`).hostname}`;
}

const digits = (text: string): string => text.replace(/\D/g, '');

const codesIn = ({ candidates }: Sighting): string[] =>
  candidates.flatMap(({ kind, value }) => (kind === 'code' ? [value] : []));

/** What is wrong with the codes that only a site file knows, in a sighting with site files and one without. */
export function siteCodeProblems(
  known: Sighting,
  generic: Sighting,
  { siteCodes = [] }: Expectation,
): string[] {
  const missing = siteCodes.filter((one) => !codesIn(known).includes(one));
  const guessed = siteCodes.filter((one) => codesIn(generic).includes(one));
  return [
    ...missing.map((one) => `code ${one} of the address is not read`),
    ...guessed.map((one) => `code ${one} although site files are switched off`),
  ];
}

/** What is wrong in a sighting, in words; empty where all is right. */
export function problems(seen: Sighting, expect: Expectation): string[] {
  const wrong: string[] = [];
  const candidates = seen.candidates.map((one) => ({ ...one, value: plain(one.value) }));
  const crowned = candidates.filter((one) => one.role === 'counterpart');
  const [best] = crowned;
  const all = new Set(candidates.map((one) => one.value));
  if (expect.first !== undefined && candidates[0]?.value !== plain(expect.first))
    wrong.push(`${candidates[0]?.value ?? 'nobody'} comes first, expected ${expect.first}`);
  const ranks = candidates.map((one) => ROLES.indexOf(one.role));
  if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) wrong.push('candidates out of order');
  if (crowned.length > 1) wrong.push('more than one counterpart');
  if (expect.counterpart === null && best && best.confidence > 0.5)
    wrong.push(`counterpart ${best.value}, expected none`);
  if (typeof expect.counterpart === 'string' && best?.value !== plain(expect.counterpart)) {
    wrong.push(`counterpart ${best?.value ?? 'none'}, expected ${expect.counterpart}`);
  }
  if (expect.counterpartOneOf && !expect.counterpartOneOf.map(plain).includes(best?.value ?? '')) {
    wrong.push(`counterpart ${best?.value ?? 'none'}, expected one of ${expect.counterpartOneOf.join(', ')}`);
  }
  if (best?.kind === 'name' && best.confidence > 0.5) wrong.push('a name alone with confidence over 0.5');
  if (best && expect.neverCounterpart?.includes(best.value))
    wrong.push(`counterpart ${best.value}, which it must not be`);
  if (expect.name !== undefined && best?.name !== expect.name)
    wrong.push(`name ${best?.name ?? 'none'}, expected ${expect.name}`);
  for (const one of expect.participants ?? []) {
    if (!candidates.some((seenOne) => seenOne.value === one && seenOne.role === 'participant'))
      wrong.push(`${one} is no participant`);
  }
  for (const one of expect.alternatives ?? []) if (!all.has(one)) wrong.push(`${one} is not offered`);
  for (const one of expect.rows ?? []) {
    if (!candidates.some((seenOne) => seenOne.value === plain(one) && seenOne.role === 'row'))
      wrong.push(`${one} is no row`);
  }
  for (const one of expect.phones ?? []) {
    if (!candidates.some((seenOne) => seenOne.kind === 'phone' && digits(seenOne.value) === digits(one)))
      wrong.push(`phone ${one} is not offered`);
  }
  for (const [one, says] of Object.entries(expect.evidence ?? {})) {
    const found = candidates.find(({ value }) => value === plain(one));
    if (found?.evidence !== says) wrong.push(`of ${one} it is said: ${found?.evidence ?? 'nothing'}`);
  }
  for (const one of expect.codes ?? [])
    if (!codesIn(seen).includes(one)) wrong.push(`code ${one} is not offered`);
  for (const one of expect.ownSeen ?? [])
    if (!seen.ownSeen.includes(one)) wrong.push(`${one} is not seen as own`);
  if (expect.list !== undefined && seen.list !== expect.list) wrong.push(`list is ${seen.list}`);
  return wrong;
}
