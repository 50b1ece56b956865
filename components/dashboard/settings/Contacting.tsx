import { TIERS } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { tierName } from '../../terms';
import { LineSetting } from './LineSetting';
import { readDays } from './lists';
import type { SettingsProps } from './props';

/** How often each tier is contacted, and at what time of day reminders come. */
export function Contacting({ values, onChange }: Pick<SettingsProps, 'values' | 'onChange'>) {
  const { cadenceDays } = values;
  return (
    <>
      <fieldset class="cadences">
        <legend class="field-label">{t('settings_cadences')}</legend>
        {TIERS.map((tier) => (
          <LineSetting
            key={tier}
            label={tierName(tier)}
            inputMode="numeric"
            placeholder={t('settings_cadenceNone')}
            value={cadenceDays[tier]?.toString() ?? ''}
            check={(text) => (Number.isNaN(readDays(text)) ? t('error_days') : null)}
            onChange={(text) => onChange({ cadenceDays: { ...cadenceDays, [tier]: readDays(text) } })}
          />
        ))}
      </fieldset>
      <LineSetting
        label={t('settings_remindAt')}
        type="time"
        value={values.remindAt}
        check={(text) => (/^\d{2}:\d{2}$/.test(text) ? null : t('error_time'))}
        onChange={(remindAt) => onChange({ remindAt })}
      />
    </>
  );
}
