import type { DuplicateRecord } from './duplicates';
import type { Contact, Customer } from './model';
import { isOrganisation } from './names/company';

/** What the search for duplicates knows of a customer and its contacts. */
export function duplicateRecord(customer: Customer, contacts: readonly Contact[]): DuplicateRecord {
  // a name typed in passing is kept as a person's until somebody says otherwise
  const company = customer.kind === 'company' || isOrganisation(customer.name);
  const names = [customer.name, ...customer.aliases];
  return {
    id: customer.id,
    kind: company ? 'company' : 'person',
    companies: company ? names : [],
    people: company ? contacts.map(({ name }) => name) : names,
    codes: customer.codes,
    emails: [...customer.emails, ...contacts.flatMap(({ emails }) => emails)],
    phones: [...customer.phones, ...contacts.flatMap(({ phones }) => phones)],
    addresses: customer.addresses.map((text) => ({ text })),
    birthday: '',
  };
}

/** Records that pairs hold together: 1–2 and 2–3 are one group of three; the best score first. */
export function groupsOf<P extends { one: string; other: string; score: number }>(
  pairs: readonly P[],
): Array<{ ids: string[]; pairs: P[] }> {
  const groups = new Map<string, { ids: Set<string>; pairs: P[] }>();
  for (const pair of [...pairs].sort((a, b) => b.score - a.score)) {
    const found = [groups.get(pair.one), groups.get(pair.other)].filter((group) => group !== undefined);
    const [group = { ids: new Set<string>(), pairs: [] }, more] = found;
    if (more && more !== group) {
      for (const id of more.ids) group.ids.add(id);
      group.pairs.push(...more.pairs);
    }
    group.ids.add(pair.one).add(pair.other);
    group.pairs.push(pair);
    for (const id of group.ids) groups.set(id, group);
  }
  return [...new Set(groups.values())].map(({ ids, pairs: held }) => ({ ids: [...ids], pairs: held }));
}
