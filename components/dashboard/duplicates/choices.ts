import { conflictsOf, mergeCustomers, survivorOf } from '../../../utils/customer/merge';
import type { Customer } from '../../../utils/customer/model';

/** Of a group the record to keep unless the reader says otherwise. */
export function bestSurvivor(customers: readonly Customer[]): string {
  return customers.reduce((best, one) => survivorOf(best, one)).id;
}

/** The fields of which one value has to be chosen: two records or more say something else. */
export function openFields(customers: readonly Customer[]): Set<string> {
  const fields = customers.flatMap((one, at) =>
    customers.slice(at + 1).flatMap((other) => conflictsOf(one, other).map(({ field }) => field)),
  );
  return new Set(fields);
}

/** Whose value each open field has when the group is merged: the reader's pick, else the default. */
export function takenFrom(
  customers: readonly Customer[],
  survivor: string,
  picks: Readonly<Record<string, string>>,
): Record<string, string> {
  const first = customers.find(({ id }) => id === survivor);
  if (!first) return {};
  const others = customers.filter(({ id }) => id !== survivor);
  const merged: Record<string, unknown> = others.reduce((sum, one) => mergeCustomers(sum, one), first);
  const taken: Record<string, string> = {};
  for (const field of openFields(customers)) {
    const values = [first, ...others].map((row) => ({
      id: row.id,
      value: (row as Record<string, unknown>)[field],
    }));
    const holder = values.find(({ value }) => JSON.stringify(value) === JSON.stringify(merged[field]));
    taken[field] = picks[field] ?? holder?.id ?? survivor;
  }
  return taken;
}
