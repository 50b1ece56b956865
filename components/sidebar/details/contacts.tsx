import { useState } from 'preact/hooks';
import type { Contact } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { Button, FormActions, Icon, IconButton, TextField } from '../../controls';
import type { CardProps, ContactDraft } from '../props';
import { checkEmail, checkName, checkPhone } from './checks';
import { Inline, InlineList } from './inline';

/** The people at a company: each opens to be edited in place; one more is a name and an address. */
export function Contacts({ card, actions }: CardProps) {
  const [adding, setAdding] = useState(false);
  return (
    <section class="group" aria-labelledby="contacts-title">
      <header class="part-head">
        <h2 id="contacts-title">{t('contacts')}</h2>
        <IconButton icon="plus" label={t('addContact')} onClick={() => setAdding(true)} />
      </header>
      {card.contacts.length === 0 && !adding && <p class="faint">{t('contactsNone')}</p>}
      {adding && (
        <NewContact
          onCancel={() => setAdding(false)}
          onSave={(draft) => {
            setAdding(false);
            actions.addContact(draft);
          }}
        />
      )}
      {card.contacts.map((contact) => (
        <Person
          key={contact.id}
          contact={contact}
          onEdit={(patch) => actions.editContact(contact.id, patch)}
          onRemove={() => actions.removeContact(contact.id)}
        />
      ))}
    </section>
  );
}

interface PersonProps {
  contact: Contact;
  onEdit: (patch: Partial<ContactDraft>) => void;
  onRemove: () => void;
}

function Person({ contact, onEdit, onRemove }: PersonProps) {
  const reach = contact.emails[0] ?? contact.phones[0] ?? '';
  return (
    <details class="contact">
      <summary>
        <Icon name="person" />
        <span class="line-text">
          <span class="clamp-1" dir="auto">
            {[contact.name || reach, contact.title].filter((part) => part).join(' · ')}
          </span>
          {contact.name && <span class="faint clamp-1">{reach}</span>}
        </span>
      </summary>
      <div class="form">
        <Inline
          label={t('field_name')}
          value={contact.name}
          check={checkName}
          onSave={(name) => onEdit({ name })}
        />
        <Inline label={t('field_title')} value={contact.title} onSave={(title) => onEdit({ title })} />
        <InlineList
          label={t('field_emails')}
          values={contact.emails}
          check={checkEmail}
          onSave={(emails) => onEdit({ emails })}
        />
        <InlineList
          label={t('field_phones')}
          type="tel"
          values={contact.phones}
          check={checkPhone}
          onSave={(phones) => onEdit({ phones })}
        />
        <Button kind="danger" icon="trash" onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </details>
  );
}

function NewContact({ onSave, onCancel }: { onSave: (draft: ContactDraft) => void; onCancel: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const save = (event: Event) => {
    event.preventDefault();
    const wrong = email.trim() === '' ? null : checkEmail(email.trim());
    setError(wrong ?? undefined);
    if (wrong !== null || name.trim() === '') return;
    onSave({ name: name.trim(), title: '', emails: email.trim() ? [email.trim()] : [], phones: [] });
  };
  return (
    <form class="form" onSubmit={save}>
      <TextField autoFocus label={t('field_name')} value={name} onInput={setName} />
      <TextField label={t('email')} inputMode="email" value={email} error={error} onInput={setEmail} />
      <FormActions onCancel={onCancel} disabled={name.trim() === ''} />
    </form>
  );
}
