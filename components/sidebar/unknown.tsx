import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button, Icon, Initials, TextField, TierBadge } from '../controls';
import { personName, placeText } from './people';
import type { CustomerPatch, Likely, Person, SidebarActions } from './props';

interface UnknownProps {
  person: Person;
  /** A guess from the address's private domain, '' where it says nothing. */
  company: string;
  likely: Likely[];
  readOnly: boolean;
  actions: SidebarActions;
}

type Draft = CustomerPatch & { name: string };

/** The fields that the page fills: name as shown there, the address under its kind. */
export function draftOf(person: Person, company: string): Draft {
  const name = person.name || (person.kind === 'email' ? (person.value.split('@')[0] ?? '') : person.value);
  return {
    name,
    company,
    kind: 'person',
    emails: person.kind === 'email' ? [person.value] : [],
    phones: person.kind === 'phone' ? [person.value] : [],
    codes: person.kind === 'code' ? [person.value] : [],
  };
}

/** Not a customer yet: one click adds them as the page shows them, or to a customer they may belong to. */
export function Unknown({ person, company, likely, readOnly, actions }: UnknownProps) {
  const [draft, setDraft] = useState(() => draftOf(person, company));
  const named = draft.name.trim() !== '';
  const asCompany = draft.kind === 'company';
  return (
    <section class="unknown" aria-labelledby="unknown-title">
      <header class="who">
        <Initials name={personName(person)} />
        <div class="who-text">
          <h1 class="clamp-2" dir="auto">
            {personName(person)}
          </h1>
          {person.value !== personName(person) && <p class="who-second clamp-1">{person.value}</p>}
          <p id="unknown-title" class="unknown-title">
            {t('unknownTitle')}
          </p>
        </div>
      </header>
      <p class="soft">{placeText(person)}</p>
      {likely.length > 0 && <LikelyList likely={likely} readOnly={readOnly} onAttach={actions.attach} />}
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (named) actions.add(cleaned(draft));
        }}
      >
        <fieldset class="chips" disabled={readOnly}>
          <legend>{t('field_kind')}</legend>
          {(['person', 'company'] as const).map((kind) => (
            <Button key={kind} pressed={draft.kind === kind} onClick={() => setDraft({ ...draft, kind })}>
              {t(`kind_${kind}`)}
            </Button>
          ))}
        </fieldset>
        <TextField
          label={t('field_name')}
          value={draft.name}
          onInput={(name) => setDraft({ ...draft, name })}
        />
        {!asCompany && (
          <TextField
            label={t('field_company')}
            value={draft.company ?? ''}
            onInput={(value) => setDraft({ ...draft, company: value })}
          />
        )}
        <Button kind="primary" icon="plus" submit disabled={readOnly || !named}>
          {t('addCustomer')}
        </Button>
        {readOnly && <p class="faint">{t('readOnly')}</p>}
      </form>
    </section>
  );
}

const cleaned = (draft: Draft): Draft => ({
  ...draft,
  name: draft.name.trim(),
  company: draft.kind === 'company' ? '' : (draft.company ?? '').trim(),
});

interface LikelyListProps {
  likely: Likely[];
  readOnly: boolean;
  onAttach: (customerId: string) => void;
}

function LikelyList({ likely, readOnly, onAttach }: LikelyListProps) {
  return (
    <section class="likely" aria-labelledby="likely-title">
      <h2 id="likely-title">{t('likelyTitle')}</h2>
      <ul>
        {likely.map(({ customer, why }) => (
          <li key={customer.id}>
            <button
              type="button"
              class="choice"
              disabled={readOnly}
              aria-label={t('attachTo', { NAME: customer.name.slice(0, 80) })}
              onClick={() => onAttach(customer.id)}
            >
              <Initials name={customer.name} company={customer.kind === 'company'} />
              <span class="choice-text">
                <span class="choice-name clamp-2" dir="auto">
                  {customer.name}
                </span>
                <span class="faint">{t(`likely_${why}`)}</span>
              </span>
              {customer.tier && <TierBadge tier={customer.tier} />}
              <Icon name="plus" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
