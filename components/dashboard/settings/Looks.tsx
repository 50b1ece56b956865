import { useMemo } from 'preact/hooks';
import { localeTag, t } from '../../../utils/i18n';
import { Select } from '../../controls';
import { countryChoices, currencyChoices } from './choices';
import { LineSetting } from './LineSetting';
import type { SettingsProps } from './props';

const isWidth = (text: string) => /^\d{3}$/.test(text) && Number(text) >= 320 && Number(text) <= 500;

/** Language, looks, money and country. */
export function Looks({
  values,
  onChange,
  countries,
}: Pick<SettingsProps, 'values' | 'onChange' | 'countries'>) {
  const tag = localeTag();
  const currencyList = useMemo(currencyChoices, [tag]);
  const countryList = useMemo(() => countryChoices(countries), [tag, countries]);
  return (
    <>
      <Select
        label={t('settings_language')}
        value={values.language}
        options={[
          { value: 'auto', text: t('settings_auto') },
          { value: 'en', text: 'English' },
          { value: 'zh_CN', text: '简体中文' },
          { value: 'zh_TW', text: '繁體中文' },
        ]}
        onChange={(language) => onChange({ language })}
      />
      <Select
        label={t('settings_theme')}
        value={values.theme}
        options={[
          { value: 'auto', text: t('settings_auto') },
          { value: 'light', text: t('settings_light') },
          { value: 'dark', text: t('settings_dark') },
        ]}
        onChange={(theme) => onChange({ theme })}
      />
      <Select
        label={t('settings_currency')}
        value={values.currency}
        options={currencyList}
        onChange={(currency) => onChange({ currency })}
      />
      <Select
        label={t('settings_country')}
        hint={t('settings_countryHint')}
        value={values.country}
        options={countryList}
        onChange={(country) => onChange({ country })}
      />
      <Select
        label={t('settings_side')}
        value={values.side}
        options={[
          { value: 'right', text: t('settings_right') },
          { value: 'left', text: t('settings_left') },
        ]}
        onChange={(side) => onChange({ side })}
      />
      <LineSetting
        label={t('settings_width')}
        inputMode="numeric"
        value={String(values.width)}
        check={(text) => (isWidth(text.trim()) ? null : t('error_width'))}
        onChange={(text) => onChange({ width: Number(text) })}
      />
    </>
  );
}
