import { useMemo } from 'preact/hooks';
import { localeTag, t } from '../../../utils/i18n';
import { Select } from '../../controls';
import { countryChoices } from '../settings/choices';
import { LineSetting } from '../settings/LineSetting';
import { ListSetting } from '../settings/ListSetting';
import { readDomain } from '../settings/lists';
import type { RecordProps } from './props';

/** Who they are and how they are recognised and reached. */
export function Identity(props: RecordProps) {
  const isPerson = props.card.customer.kind === 'person';
  return (
    <>
      <NameAndKind {...props} />
      {isPerson && <Line {...props} label={t('field_company')} field="company" />}
      {isPerson && <Line {...props} label={t('field_title')} field="title" />}
      <Reached {...props} />
      <Where {...props} />
      <Line {...props} label={t('field_owner')} field="owner" />
    </>
  );
}

function NameAndKind({ card: { customer }, actions: { edit } }: RecordProps) {
  return (
    <>
      <LineSetting
        label={t('field_name')}
        value={customer.name}
        check={(text) => (text.trim() ? null : t('error_nameMissing'))}
        onChange={(name) => edit({ name })}
      />
      <Select
        label={t('field_kind')}
        value={customer.kind}
        options={[
          { value: 'company', text: t('kind_company') },
          { value: 'person', text: t('kind_person') },
        ]}
        onChange={(kind) => edit({ kind })}
      />
    </>
  );
}

/** What they are recognised by on a page, and reached at. */
function Reached(props: RecordProps) {
  const { customer } = props.card;
  const { edit } = props.actions;
  return (
    <>
      <ListSetting
        label={t('field_emails')}
        rows={1}
        values={customer.emails}
        read={(entry) => (props.readAddress(entry) ? entry : null)}
        refuse={(entry) => t('error_email', { TEXT: entry })}
        onChange={(emails) => edit({ emails })}
      />
      <List {...props} label={t('field_phones')} field="phones" />
      {customer.kind === 'company' && (
        <ListSetting
          label={t('field_domains')}
          rows={1}
          values={customer.domains}
          read={readDomain}
          refuse={(entry) => t('error_domain', { TEXT: entry })}
          onChange={(domains) => edit({ domains })}
        />
      )}
      <List {...props} label={t('field_codes')} field="codes" />
      <List {...props} label={t('field_aliases')} field="aliases" />
      <List {...props} label={t('field_addresses')} field="addresses" />
    </>
  );
}

function Where({ card: { customer }, countries, actions: { edit } }: RecordProps) {
  const tag = localeTag();
  const countryList = useMemo(
    () => [{ value: '', text: t('record_countryNone') }, ...countryChoices(countries)],
    [tag, countries],
  );
  return (
    <>
      <Select
        label={t('field_country')}
        value={customer.country}
        options={countryList}
        onChange={(country) => edit({ country })}
      />
      <Select
        label={t('field_relation')}
        value={customer.relation}
        options={[
          { value: 'direct', text: t('relation_direct') },
          { value: 'indirect', text: t('relation_indirect') },
        ]}
        onChange={(relation) => edit({ relation })}
      />
    </>
  );
}

type Of<Field> = RecordProps & { label: string; field: Field };

function Line({ card: { customer }, actions, label, field }: Of<'company' | 'title' | 'owner'>) {
  return (
    <LineSetting label={label} value={customer[field]} onChange={(text) => actions.edit({ [field]: text })} />
  );
}

/** Values of which any text is one. */
function List({
  card: { customer },
  actions,
  label,
  field,
}: Of<'aliases' | 'phones' | 'codes' | 'addresses'>) {
  return (
    <ListSetting
      label={label}
      rows={1}
      values={customer[field]}
      read={(text) => text}
      refuse={() => ''}
      onChange={(values) => actions.edit({ [field]: values })}
    />
  );
}
