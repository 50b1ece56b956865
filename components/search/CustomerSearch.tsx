import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Contact, Customer } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Icon, Initials, TierBadge } from '../controls';

/** A customer that may be meant, and why: the contact or the piece of text that the search met. */
export interface Suggestion {
  customer: Customer;
  contact: Contact | null;
  /** What of it matched, as stored; '' where the page itself suggests it. */
  matched: string;
  /** Found by a note alone, made at (epoch ms); `matched` is the place in it. */
  notedAt?: number;
}
export interface NewCustomer {
  name: string;
  email: string;
}

export interface CustomerSearchProps {
  query: string;
  onQuery: (text: string) => void;
  /** For an empty query those of the page, else what the search found; best first. */
  suggestions: readonly Suggestion[];
  /** The person on the page who is no customer yet. */
  unknown?: NewCustomer | null;
  onChoose: (customerId: string) => void;
  /** Absent where one only chooses: nothing can be added then. */
  onAdd?: (made: NewCustomer) => void;
  /** What is asked for, in the field; `Name, pinyin, …` where absent. */
  hint?: string;
  autoFocus?: boolean;
  disabled?: boolean;
}

type Option = { id: string; hit: Suggestion } | { id: string; add: NewCustomer };

function optionsOf({ query, suggestions, unknown, onAdd }: CustomerSearchProps): Option[] {
  const typed = query.trim();
  const isMail = /^\S+@\S+$/.test(typed);
  const add = typed === '' ? unknown : { name: typed, email: isMail ? typed : '' };
  const hits = suggestions.map((hit) => ({ id: hit.customer.id, hit }));
  return add && onAdd ? [...hits, { id: 'add', add }] : hits;
}

/** Finds a customer as one types; arrows choose, Enter takes, and what is not found can be added. */
export function CustomerSearch(props: CustomerSearchProps) {
  const { query, onQuery, onChoose, onAdd, hint, autoFocus, disabled } = props;
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const options = optionsOf(props);
  const shown = open && options.length > 0;
  const active = shown ? options[Math.min(at, options.length - 1)] : undefined;
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const take = (option: Option | undefined) => {
    if (!option) return;
    setOpen(false);
    if ('hit' in option) onChoose(option.hit.customer.id);
    else onAdd?.(option.add);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return; // Enter and arrows belong to the input method
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(shown ? (at + step + options.length) % options.length : 0);
      setOpen(true);
    } else if (event.key === 'Enter' && shown && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation(); // it closes the list, not the popup
      setOpen(false);
    }
  };

  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={input}
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={t('popup_who')}
        placeholder={hint ?? t('popup_searchHint')}
        disabled={disabled}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${list}-${active.id}` : undefined}
        value={query}
        onInput={(event) => {
          setAt(0);
          setOpen(true);
          onQuery(event.currentTarget.value);
        }}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={list} class="search-list" role="listbox" aria-label={t('popup_who')} hidden={!shown}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, as of a combobox
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input's keys choose
          <div
            key={option.id}
            id={`${list}-${option.id}`}
            role="option"
            class="search-option"
            aria-selected={option === active}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setAt(index)}
            onClick={() => take(option)}
          >
            {'hit' in option ? <HitLine hit={option.hit} /> : <AddLine add={option.add} />}
          </div>
        ))}
      </div>
      <p class="unseen" role="status">
        {shown ? t('popup_found', { COUNT: options.length }) : ''}
      </p>
    </div>
  );
}

function HitLine({ hit: { customer, contact, matched, notedAt } }: { hit: Suggestion }) {
  const seen = matched === customer.name ? '' : matched;
  const more = seen || customer.emails[0] || customer.domains[0] || customer.phones[0];
  const detail = [...new Set([contact?.name ?? customer.company, more])].filter(Boolean);
  return (
    <>
      <Initials name={customer.name} company={customer.kind === 'company'} />
      <span class="search-words">
        <span class="search-name">{customer.name}</span>
        <span class="search-detail" dir="auto">
          {notedAt !== undefined && `${t('popup_inNote')} · `}
          {detail.join(' · ')}
        </span>
      </span>
      {customer.tier && <TierBadge tier={customer.tier} />}
    </>
  );
}

function AddLine({ add: { name, email } }: { add: NewCustomer }) {
  return (
    <>
      <span class="search-plus">
        <Icon name="plus" />
      </span>
      <span class="search-words">
        <span class="search-name">{t('popup_addNew', { NAME: name || email })}</span>
        {email && email !== name && <span class="search-detail">{email}</span>}
      </span>
    </>
  );
}
