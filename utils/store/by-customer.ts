/** Rows by their customer, in their order. */
export function byCustomer<R extends { customerId: string }>(rows: readonly R[]): Map<string, R[]> {
  const map = new Map<string, R[]>();
  for (const row of rows) {
    const known = map.get(row.customerId);
    if (known) known.push(row);
    else map.set(row.customerId, [row]);
  }
  return map;
}
