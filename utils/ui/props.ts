import type { Content, ListRow, Person, SidebarActions, SidebarProps } from '../../components/sidebar/props';
import type { CustomerCard, CustomerDue, Store } from '../store';
import { snoozeOptions } from './due-items';
import type { Host } from './host';
import { companyGuess } from './resolve-live';
import { askedAbout, isForwarded, type Seen } from './seen';
import { type Answers, type Inputs, openedKey } from './state';

/** The sidebar's props from what was put in and what the database says. Reads signals: call it inside `computed`. */
export function propsOf(
  { store, host, given, said }: { store: Store; host: Host; given: Inputs; said: Answers },
  actions: SidebarActions,
): SidebarProps {
  const content = contentOf(host, given, said);
  const listed = given.match.value?.state === 'list';
  const onPage = given.place.value.at === 'page';
  return {
    content,
    people: listed
      ? rowsOf(said).map(({ person }) => person)
      : said.people.value.map((one) => personOf(one, said)),
    current: onPage ? (said.shown.value?.key ?? null) : null,
    back: backOf(given),
    dueCount: said.dueCount.value ?? 0,
    collapsed: given.collapsed.value,
    covered: given.covered.value,
    changed: onPage && given.match.value?.changed === true,
    side: given.settings.value.side,
    toast: given.toast.value,
    settings: given.settings.value,
    now: given.now.value,
    zone: host.zone,
    readOnly: store.readOnly,
    actions,
  };
}

function contentOf(host: Host, given: Inputs, said: Answers): Content {
  const match = given.match.value;
  if (given.trouble.value) return { kind: 'trouble', trouble: given.trouble.value };
  if (given.place.value.at !== 'page') return elsewhere(host, given, said);
  // Beside a page, null is a page that is being left for the next one: another view between would be drawn for nothing.
  if (match === undefined || (match === null && given.collapsed.value !== null)) return { kind: 'loading' };
  const shown = said.shown.value;
  if (shown) return shownContent(shown, given, said);
  if (match?.state === 'list') {
    return said.customers.value ? { kind: 'list', rows: rowsOf(said) } : { kind: 'loading' };
  }
  if (match?.state === 'ask') {
    return { kind: 'ask', people: askedAbout(said.people.value).map((one) => personOf(one, said)) };
  }
  return { kind: 'none' };
}

/** Card, unknown, or waiting: never the card of the person before. */
function shownContent(shown: Seen, given: Inputs, said: Answers): Content {
  const answer = said.found.value;
  if (answer?.key !== shown.key) return { kind: 'loading' };
  const person = personOf(shown, said);
  if (!answer.found) {
    return {
      kind: 'unknown',
      person,
      company: companyGuess(shown),
      likely: said.likely.value ?? [],
      search: searchOf(given, said),
    };
  }
  return cardOf(person, answer.found.card, given, said);
}

/** What is due, or the customer opened from there; one who is gone meanwhile leaves the list. */
function elsewhere(host: Host, given: Inputs, said: Answers): Content {
  const place = given.place.value;
  if (place.at === 'customer') {
    const answer = said.found.value;
    if (answer?.key !== openedKey(place.id)) return { kind: 'loading' };
    if (answer.found) return cardOf(null, answer.found.card, given, said);
  }
  const items = said.dueItems.value;
  if (!items) return { kind: 'loading' };
  const total = Math.max(said.dueCount.value ?? 0, items.length);
  const snoozes = snoozeOptions(given.now.value, host.zone, given.settings.value.remindAt);
  return { kind: 'due', items, total, snoozes };
}

const cardOf = (person: Person | null, card: CustomerCard, given: Inputs, said: Answers): Content => ({
  kind: 'card',
  person,
  card,
  history: said.history.value ?? [],
  same: said.same.value ?? [],
  also: said.also.value ?? null,
  draft: given.draft.value,
  worth: said.worth.value?.customerId === card.customer.id ? said.worth.value : null,
  referrer: searchOf(given, said),
});

/** What was typed, and who was found for exactly that; null: not answered yet. */
function searchOf(given: Inputs, said: Answers) {
  const query = given.query.value;
  return { query, found: said.searched.value?.query === query ? said.searched.value.found : null };
}

function backOf({ place, chosen, match }: Inputs): SidebarProps['back'] {
  if (place.value.at === 'due') return 'page';
  if (place.value.at === 'customer') return 'due';
  const state = match.value?.state;
  return chosen.value !== null && (state === 'list' || state === 'ask') ? 'list' : null;
}

function personOf(seen: Seen, { found, customers }: Answers): Person {
  const { key, value, name, kind, role, hits, only } = seen;
  const here = found.value?.key === key ? found.value : undefined;
  const hit = only ? hits.find(({ customerId }) => customerId === only) : hits[0];
  const known = here
    ? (here.found?.card.customer ?? null)
    : (customers.value?.get(hit?.customerId ?? '') ?? null);
  const contact = here?.found?.card.contacts.find(({ id }) => id === here.found?.contactId) ?? null;
  const via = here ? (here.found?.via ?? null) : known && hit ? hit.via : null;
  return { key, value, name, kind, role, forwarded: isForwarded(seen), customer: known, contact, via };
}

/** The customers among the rows of a list, each once, in the page's order of urgency. */
function rowsOf(said: Answers): ListRow[] {
  const seen = new Set<string>();
  const due = said.due.value ?? [];
  return said.people.value.flatMap((one) => {
    const person = personOf(one, said);
    if (!person.customer || seen.has(person.customer.id)) return [];
    seen.add(person.customer.id);
    const { id } = person.customer;
    const complaint = said.complained.value?.includes(id) ?? false;
    return [{ person, customer: person.customer, dueAt: dueOf(due, id), complaint }];
  });
}

function dueOf(items: readonly CustomerDue[], id: string): number | null {
  const mine = items.filter(({ customer }) => customer.id === id).map(({ dueAt }) => dueAt);
  return mine.length > 0 ? Math.min(...mine) : null;
}
