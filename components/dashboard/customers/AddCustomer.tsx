import { useState } from 'preact/hooks';
import type { Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { FormActions, Select, TextField } from '../../controls';

export interface NewRecord {
  name: string;
  kind: Customer['kind'];
  email: string;
  phone: string;
}

/** The least that a customer needs; the rest is filled in on the record that opens then. */
export function AddCustomer({ onAdd, onCancel }: { onAdd: (made: NewRecord) => void; onCancel: () => void }) {
  const [made, setMade] = useState<NewRecord>({ name: '', kind: 'company', email: '', phone: '' });
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<NewRecord>) => setMade({ ...made, ...patch });
  const name = made.name.trim();
  const email = made.email.trim();
  const badEmail = email !== '' && !/^\S+@\S+$/.test(email);
  return (
    <form
      class="add-form"
      noValidate
      aria-label={t('dash_add')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name && !badEmail) onAdd({ ...made, name, email, phone: made.phone.trim() });
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <TextField
        label={t('field_name')}
        value={made.name}
        autoFocus
        required
        error={tried && !name ? t('error_nameMissing') : undefined}
        onInput={(value) => set({ name: value })}
      />
      <Select
        label={t('field_kind')}
        value={made.kind}
        options={[
          { value: 'company', text: t('kind_company') },
          { value: 'person', text: t('kind_person') },
        ]}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        label={t('field_email')}
        type="email"
        value={made.email}
        error={tried && badEmail ? t('error_email', { TEXT: email }) : undefined}
        onInput={(value) => set({ email: value })}
      />
      <TextField label={t('field_phone')} type="tel" value={made.phone} onInput={(phone) => set({ phone })} />
      <div class="add-actions">
        <FormActions onCancel={onCancel} save={t('dash_addSave')} />
      </div>
    </form>
  );
}
