import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button, Initials, TextField } from '../controls';
import { Likely } from './likely';
import { personName, placeText } from './people';
import type { Content, CustomerPatch, Person, SidebarActions } from './props';

interface UnknownProps extends Omit<Extract<Content, { kind: 'unknown' }>, 'kind'> {
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
export function Unknown({ person, company, likely, search, readOnly, actions }: UnknownProps) {
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
      <Likely likely={likely} search={search} readOnly={readOnly} actions={actions} />
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
