import { useMemo } from 'preact/hooks';
import { localeTag, t } from '../../../utils/i18n';
import { Select } from '../../controls';
import { countryChoices } from '../settings/choices';
import { LineSetting } from '../settings/LineSetting';
import { ListSetting } from '../settings/ListSetting';
import { readDomain } from '../settings/lists';
import type { RecordProps } from './props';

const anything = (text: string) => text;
const never = () => '';

/** Who they are and how they are recognised and reached. */
export function Identity({ card: { customer }, countries, readAddress, actions }: RecordProps) {
  const { edit } = actions;
  const tag = localeTag();
  const countryList = useMemo(
    () => [{ value: '', text: t('record_countryNone') }, ...countryChoices(countries)],
    [tag, countries],
  );
  const list = (label: string, field: 'aliases' | 'phones' | 'codes' | 'addresses') => (
    <ListSetting
      label={label}
      rows={1}
      values={customer[field]}
      read={anything}
      refuse={never}
      onChange={(values) => edit({ [field]: values })}
    />
  );
  const line = (label: string, field: 'company' | 'title' | 'owner') => (
    <LineSetting label={label} value={customer[field]} onChange={(text) => edit({ [field]: text })} />
  );
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
      {customer.kind === 'person' && line(t('field_company'), 'company')}
      {customer.kind === 'person' && line(t('field_title'), 'title')}
      <ListSetting
        label={t('field_emails')}
        rows={1}
        values={customer.emails}
        read={(entry) => (readAddress(entry) ? entry : null)}
        refuse={(entry) => t('error_email', { TEXT: entry })}
        onChange={(emails) => edit({ emails })}
      />
      {list(t('field_phones'), 'phones')}
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
      {list(t('field_codes'), 'codes')}
      {list(t('field_aliases'), 'aliases')}
      {list(t('field_addresses'), 'addresses')}
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
      {line(t('field_owner'), 'owner')}
    </>
  );
}
