/** The views of the dashboard, in the order of its menu; `#/customers/ID` opens a record, `#/reports/NAME` a report. */
export const VIEWS = [
  'customers',
  'due',
  'duplicates',
  'reports',
  'whatif',
  'complaints',
  'retention',
  'import',
  'history',
  'sites',
  'settings',
  'welcome',
] as const;
export type View = (typeof VIEWS)[number];
export interface Route {
  view: View;
  /** Of the customer or report that is open, or the part of the page about leaving; else null. */
  id: string | null;
}

/** Views with something open in them. */
const NESTED: readonly View[] = ['customers', 'reports', 'retention'];

/** Reads `location.hash`; what is not known opens the customers. */
export function readRoute(hash: string): Route {
  const [name, id] = hash.replace(/^#\/?/, '').split('/');
  const view = VIEWS.find((one) => one === name) ?? 'customers';
  return { view, id: NESTED.includes(view) && id ? id : null };
}

export const routeHash = ({ view, id }: Route): string => (id ? `#/${view}/${id}` : `#/${view}`);
