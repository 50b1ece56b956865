import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { dequal } from 'dequal';
import type { WorthDetails } from '../../components/ledger/props';
import type { Suggestion } from '../../components/search/CustomerSearch';
import type { SidebarProps, Trouble } from '../../components/sidebar/props';
import type { NoteDraft } from '../browser/drafts';
import { DEFAULT_SETTINGS, type Settings } from '../browser/settings';
import type { LookupOptions } from '../customer/identifiers';
import type { Customer } from '../customer/model';
import type { PageMatch } from '../customer/page-match';
import { shownCustomers } from '../retention/shown';
import type { CustomerDue, DueItem, JournalEntry, Store } from '../store';
import { type Also, findAlso } from './also';
import { troubleOf } from './failures';
import type { Host } from './host';
import { type Found, findCard, findLikely, type Likely, openCard } from './resolve-live';
import { searchCustomers } from './search';
import { pageOf, type Seen, seenPeople } from './seen';
import { readWorth } from './worth-read';

const HISTORY_LENGTH = 200;
export const EMPTY_DRAFT: NoteDraft = { text: '', kind: 'note' };

/** Where the sidebar is: with whoever is on the page, at what is due, or with a customer opened from there. */
export type Place = { at: 'page' } | { at: 'due' } | { at: 'customer'; id: string };
export const PAGE: Place = { at: 'page' };
export const DUE: Place = { at: 'due' };
/** Most lines of what is due; the dashboard has them all. */
const MOST_DUE = 50;
/** Key of a customer opened by hand; no person on a page has such a one. */
export const openedKey = (id: string): string => `opened:${id}`;

/** What was put in: the page, the settings, what the user chose. */
export interface Inputs {
  /** undefined: not known yet; null: nobody has looked at this tab. */
  match: Signal<PageMatch | null | undefined>;
  settings: Signal<Settings>;
  /** Key of the person picked by hand on this page, or null. */
  chosen: Signal<string | null>;
  place: Signal<Place>;
  /** What is looked for among all customers. */
  query: Signal<string>;
  /** Whose worth is looked at closely: the id of a customer, or ''. */
  worthOf: Signal<string>;
  draft: Signal<NoteDraft>;
  toast: Signal<SidebarProps['toast']>;
  collapsed: Signal<boolean | null>;
  /** The page has laid something over the margin. */
  covered: Signal<boolean>;
  now: Signal<number>;
  trouble: Signal<Trouble | null>;
}

export const inputs = (host: Host): Inputs => ({
  match: signal<PageMatch | null | undefined>(undefined),
  settings: signal<Settings>(DEFAULT_SETTINGS),
  chosen: signal<string | null>(null),
  place: signal<Place>(PAGE),
  query: signal(''),
  worthOf: signal(''),
  draft: signal<NoteDraft>(EMPTY_DRAFT),
  toast: signal<SidebarProps['toast']>(null),
  collapsed: signal<boolean | null>(null),
  covered: signal(false),
  now: signal(host.now()),
  trouble: signal<Trouble | null>(null),
});

/** What the database says to that, read anew whenever either changes. undefined: not read yet. */
export interface Answers {
  people: ReadonlySignal<Seen[]>;
  shown: ReadonlySignal<Seen | null>;
  found: ReadonlySignal<{ key: string; found: Found | null } | undefined>;
  likely: ReadonlySignal<Likely[] | undefined>;
  searched: ReadonlySignal<{ query: string; found: Suggestion[] } | undefined>;
  /** By the id of the customer: those that the people of the page resolve to. */
  customers: ReadonlySignal<Map<string, Customer> | undefined>;
  due: ReadonlySignal<CustomerDue[] | undefined>;
  /** Those of a list with an open complaint. */
  complained: ReadonlySignal<string[] | undefined>;
  dueCount: ReadonlySignal<number | undefined>;
  /** All that is due, while it is looked at. */
  dueItems: ReadonlySignal<DueItem[] | undefined>;
  /** One more address or number of theirs on the page. */
  also: ReadonlySignal<Also | null | undefined>;
  /** Whom the customer that is shown may be the same as. */
  same: ReadonlySignal<Customer[] | undefined>;
  history: ReadonlySignal<JournalEntry[] | undefined>;
  /** The ledger and what goes with it, while it is looked at. */
  worth: ReadonlySignal<WorthDetails | undefined>;
}

export function answers(store: Store, given: Inputs): Answers {
  const { match, settings, chosen, now, place } = given;
  const people = computed(() => (match.value ? seenPeople(match.value) : []));
  const shown = computed(() => shownOf(match.value, people.value, chosen.value));
  const options = computed<LookupOptions>(() => ({
    country: settings.value.country,
    ownDomains: new Set(settings.value.ownDomains),
  }));
  const ids = computed(() => [...new Set(people.value.flatMap(idsOf))].join(' '));
  const live = <T>(query: () => (() => Promise<T>) | null) => liveSignal(store, given, query);
  const liveSoon = <T>(query: () => (() => Promise<T>) | null) => liveSignal(store, given, query, true);

  const shownKey = computed(() => shown.value?.key ?? null);
  const found = liveSoon(() => {
    const opened = place.value.at === 'customer' ? place.value.id : null;
    if (opened) return async () => ({ key: openedKey(opened), found: await openCard(store, opened) });
    const [key, how] = [shownKey.value, options.value];
    const person = shown.peek();
    return key && person ? async () => ({ key, found: await findCard(store, person, how) }) : null;
  });
  const unknown = computed(() => (found.value?.found === null ? found.value.key : null));
  const cardId = computed(() => found.value?.found?.card.customer.id ?? null);
  // What stands beside the card is read once the card is drawn: together they would make the card wait.
  const drawn = painted(computed(() => found.value?.key ?? null));
  const cardKey = computed(() =>
    place.value.at === 'customer' ? openedKey(place.value.id) : shownKey.value,
  );
  const cardFirst = computed(() => cardKey.value !== null && drawn.value !== cardKey.value);
  const beside = <T>(query: () => (() => Promise<T>) | null) =>
    live(() => (cardFirst.value ? null : query()));
  return {
    people,
    shown,
    found,
    likely: live(() => {
      const [key, how, person] = [unknown.value, options.value, shown.peek()];
      return key && person?.key === key ? () => findLikely(store, person, people.peek(), how) : null;
    }),
    searched: live(() => {
      const query = given.query.value;
      return query.trim() === '' ? null : async () => ({ query, found: await searchCustomers(store, query) });
    }),
    customers: beside(() => {
      const wanted = ids.value.split(' ').filter((id) => id);
      return async () => new Map((await shownCustomers(store, wanted)).map((one) => [one.id, one]));
    }),
    due: live(() => {
      const [wanted, at, { cadenceDays }] = [ids.value.split(' '), now.value, settings.value];
      return match.value?.state === 'list' ? () => store.dueOf(wanted, at, cadenceDays) : null;
    }),
    complained: live(() => {
      const wanted = ids.value.split(' ');
      return match.value?.state === 'list' ? () => store.openComplaintsOf(wanted) : null;
    }),
    dueCount: live(() => {
      const [at, { cadenceDays }] = [now.value, settings.value];
      return () => store.dueCount(at, cadenceDays);
    }),
    dueItems: live(() => {
      const [at, { cadenceDays }] = [now.value, settings.value];
      return place.value.at === 'page' ? null : () => store.due(at, cadenceDays, MOST_DUE);
    }),
    also: beside(() => {
      const [answer, how, person] = [found.value, options.value, shown.peek()];
      const card = answer?.found;
      if (!card || !person || answer.key !== person.key) return null;
      return () => findAlso(store, card, person, people.peek(), how);
    }),
    same: beside(() => {
      const id = cardId.value;
      const read = async (of: string) =>
        (await store.duplicatesOf(of, Date.now())).map(({ customer }) => customer);
      return id ? () => read(id) : null;
    }),
    history: beside(() => {
      const id = cardId.value;
      return id ? () => store.history(HISTORY_LENGTH, id) : null;
    }),
    worth: live(() => {
      const id = cardId.value;
      return id && given.worthOf.value === id ? () => readWorth(store, id) : null;
    }),
  };
}

const idsOf = (person: Seen): string[] =>
  person.only ? [person.only] : person.hits.slice(0, 1).map((hit) => hit.customerId);

/** The person picked by hand, else the one the page is about; null where it is a list or a question. */
function shownOf(
  match: PageMatch | null | undefined,
  people: readonly Seen[],
  chosen: string | null,
): Seen | null {
  const picked = people.find(({ key }) => key === chosen);
  if (picked) return picked;
  return match?.state === 'matched' || match?.state === 'unknown' ? (people[0] ?? null) : null;
}

/** Longer than any frame takes; a document that is not shown draws none. */
const UNDRAWN_MS = 200;

/** Follows a signal once what it changed has been painted. */
function painted<T>(value: ReadonlySignal<T>): ReadonlySignal<T> {
  const follows = signal(value.peek());
  effect(() => {
    const next = value.value;
    const take = () => {
      clearTimeout(late);
      follows.value = next;
    };
    const late = setTimeout(take, UNDRAWN_MS);
    // The frame's own callback comes before it is painted.
    const frame = requestAnimationFrame(() => setTimeout(take));
    return () => {
      clearTimeout(late);
      cancelAnimationFrame(frame);
    };
  });
  return follows;
}

/** A live query reads all again when it begins: once the first answer has been drawn. */
const LIVE_AFTER_MS = 100;

/**
 * A signal of a live query. Where `query` changes, the last answer stays until the next is there. `soon`: it is read
 * at once, in this turn, and watched after that; watching begins with timers, which somebody would wait for.
 */
function liveSignal<T>(
  store: Store,
  { trouble }: Inputs,
  query: () => (() => Promise<T>) | null,
  soon = false,
): ReadonlySignal<T | undefined> {
  const value = signal<T | undefined>(undefined);
  // Most writes leave an answer as it was: the card is not drawn anew for them.
  const taken = (next: T) => {
    if (!dequal(value.peek(), next)) value.value = next;
  };
  const failed = (error: unknown) => {
    trouble.value = troubleOf(error);
  };
  effect(() => {
    const run = query();
    if (!run) {
      value.value = undefined;
      return undefined;
    }
    return soon ? readThenWatch(store, run, taken, failed) : store.live(run, taken, failed);
  });
  return value;
}

function readThenWatch<T>(
  store: Store,
  run: () => Promise<T>,
  taken: (value: T) => void,
  failed: (error: unknown) => void,
): () => void {
  let stop: (() => void) | null = () => undefined;
  const watch = () => {
    if (stop) stop = store.live(run, taken, failed);
  };
  run()
    .then((value) => stop && taken(value))
    .catch(() => undefined) // the watching meets it too, and says it
    .finally(() => setTimeout(watch, LIVE_AFTER_MS));
  return () => {
    stop?.();
    stop = null;
  };
}

/** Forgets what was chosen, and takes up the draft, when the page or the person changes. */
export function follow(host: Host, given: Inputs, said: Answers): void {
  const page = computed(() => (given.match.value ? pageOf(given.match.value) : ''));
  effect(() => {
    page.value;
    given.chosen.value = null;
  });
  // A title that counts new mail is no other page to somebody who is reading what is due.
  const where = computed(() => {
    const seen = given.match.value;
    return seen ? JSON.stringify([seen.url, seen.state, seen.people[0]?.value ?? '']) : '';
  });
  effect(() => {
    where.value;
    given.place.value = PAGE;
  });
  const shownKey = computed(() => said.shown.value?.key ?? '');
  effect(() => {
    shownKey.value;
    given.query.value = '';
  });
  const cardId = computed(() => said.found.value?.found?.card.customer.id ?? null);
  effect(() => {
    given.draft.value = (cardId.value && host.readDraft(cardId.value)) || EMPTY_DRAFT;
  });
}
