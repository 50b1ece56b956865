import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Button, RemoveButton, TextField } from '../../controls';
import { LineSetting } from '../settings/LineSetting';
import { ListSetting } from '../settings/ListSetting';
import type { RecordProps } from './props';

/** The people at a company. */
export function People({ card: { contacts }, readAddress, actions }: RecordProps) {
  const [name, setName] = useState('');
  return (
    <div class="list-part">
      {contacts.map((contact) => (
        <fieldset key={contact.id} class="person">
          <legend class="unseen">{contact.name}</legend>
          <LineSetting
            label={t('field_name')}
            value={contact.name}
            check={(text) => (text.trim() ? null : t('error_nameMissing'))}
            onChange={(text) => actions.editContact(contact.id, { name: text })}
          />
          <LineSetting
            label={t('field_title')}
            value={contact.title}
            onChange={(title) => actions.editContact(contact.id, { title })}
          />
          <ListSetting
            label={t('field_emails')}
            rows={1}
            values={contact.emails}
            read={(entry) => (readAddress(entry) ? entry : null)}
            refuse={(entry) => t('error_email', { TEXT: entry })}
            onChange={(emails) => actions.editContact(contact.id, { emails })}
          />
          <ListSetting
            label={t('field_phones')}
            rows={1}
            values={contact.phones}
            read={(entry) => entry}
            refuse={() => ''}
            onChange={(phones) => actions.editContact(contact.id, { phones })}
          />
          <RemoveButton name={contact.name} onClick={() => actions.removeContact(contact.id)} />
        </fieldset>
      ))}
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!name.trim()) return;
          actions.addContact(name.trim());
          setName('');
        }}
      >
        <TextField
          label={t('record_newPerson')}
          hideLabel
          placeholder={t('record_newPerson')}
          value={name}
          onInput={setName}
        />
        <Button submit>{t('record_add')}</Button>
      </form>
    </div>
  );
}
