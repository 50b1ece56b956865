import { t } from '../../../utils/i18n';
import { ListSetting } from './ListSetting';
import { readDomain } from './lists';
import type { SettingsProps } from './props';

/** Who the user is: addresses and domains that are never the customer. */
export function Own({
  values,
  onChange,
  readAddress,
}: Pick<SettingsProps, 'values' | 'onChange' | 'readAddress'>) {
  return (
    <>
      <ListSetting
        label={t('settings_ownAddresses')}
        hint={t('settings_ownAddressesHint')}
        values={values.ownAddresses}
        read={readAddress}
        refuse={(entry) => t('error_email', { TEXT: entry })}
        onChange={(ownAddresses) => onChange({ ownAddresses })}
      />
      <ListSetting
        label={t('settings_ownDomains')}
        hint={t('settings_ownDomainsHint')}
        values={values.ownDomains}
        read={readDomain}
        refuse={(entry) => t('error_domain', { TEXT: entry })}
        onChange={(ownDomains) => onChange({ ownDomains })}
      />
    </>
  );
}
