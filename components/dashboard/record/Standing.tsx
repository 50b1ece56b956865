import { type Customer, REASON_IDS, RISK_LEVELS, STAGES, TIERS } from '../../../utils/customer/model';
import { localeTag, t } from '../../../utils/i18n';
import { amountText, parseMoney } from '../../../utils/money';
import { tierOf } from '../../../utils/retention/shown';
import { Select } from '../../controls';
import { reasonName, riskName, stageName, tierName } from '../../terms';
import { LineSetting } from '../settings/LineSetting';
import { ListSetting } from '../settings/ListSetting';
import { readDays } from '../settings/lists';
import { Needs } from './Needs';
import type { RecordProps } from './props';

type Amount = 'valueToDate' | 'valueNext12' | 'valueReferred';

/** What they are worth, how near they are to leaving, what they need, how often they are contacted. */
export function Standing(props: RecordProps) {
  const { customer } = props.card;
  const { edit } = props.actions;
  return (
    <>
      <Class {...props} />
      <AmountLine {...props} field="valueToDate" label={t('field_valueToDate')} />
      <AmountLine {...props} field="valueNext12" label={t('field_valueNext12')} />
      <AmountLine {...props} field="valueReferred" label={t('field_valueReferred')} />
      <LineSetting
        label={t('field_cadenceDays')}
        hint={t('record_cadenceHint')}
        inputMode="numeric"
        placeholder={t('record_cadenceTier')}
        value={customer.cadenceDays?.toString() ?? ''}
        check={(text) => (text.trim() !== '0' && Number.isNaN(readDays(text)) ? t('error_days') : null)}
        onChange={(text) => edit({ cadenceDays: text === '0' ? 0 : readDays(text) })}
      />
      <Leaving {...props} />
      <Needs needs={customer.needs} onChange={(needs) => edit({ needs })} />
      <ListSetting
        label={t('field_tags')}
        rows={1}
        values={customer.tags}
        read={(text) => text}
        refuse={() => ''}
        onChange={(tags) => edit({ tags })}
      />
    </>
  );
}

/** Stage and tier. */
function Class({ card: { customer, insight }, actions: { edit } }: RecordProps) {
  return (
    <>
      <Select
        label={t('field_stage')}
        value={customer.stage}
        options={STAGES.map((value) => ({ value, text: stageName(value) }))}
        onChange={(stage) => edit({ stage })}
      />
      <Select
        label={t('field_tier')}
        value={tierOf(customer, insight) ?? 'none'}
        options={[
          { value: 'none', text: t('tierNone') },
          ...TIERS.map((value) => ({ value, text: tierName(value) })),
        ]}
        onChange={(tier) =>
          edit(tier === 'none' ? { tier: null, tierPinned: null } : { tier, tierPinned: tier })
        }
      />
    </>
  );
}

/** The risk of their leaving, why, and what there is to say about it. */
function Leaving({ card: { customer }, actions: { edit } }: RecordProps) {
  return (
    <>
      <Select
        label={t('field_riskLevel')}
        value={customer.riskLevel ?? 'none'}
        options={[
          { value: 'none', text: t('riskUnknown') },
          ...RISK_LEVELS.map((value) => ({ value, text: riskName(value) })),
        ]}
        onChange={(level) => edit({ riskLevel: level === 'none' ? null : level })}
      />
      <LineSetting
        label={t('field_riskNote')}
        value={customer.riskNote}
        onChange={(riskNote) => edit({ riskNote })}
      />
      <Reasons customer={customer} onChange={(riskReasons) => edit({ riskReasons })} />
    </>
  );
}

function AmountLine({
  card,
  currency,
  actions,
  field,
  label,
}: RecordProps & { field: Amount; label: string }) {
  const value = card.customer[field];
  const code = value?.currency ?? currency;
  const read = (text: string) => {
    const parsed = parseMoney(text, code, localeTag());
    return parsed.ok ? parsed.money : null;
  };
  return (
    <LineSetting
      label={`${label} (${code})`}
      inputMode="decimal"
      placeholder={t('record_amountNone')}
      value={value ? amountText(value) : ''}
      check={(text) => (text.trim() !== '' && !read(text) ? t('amountError') : null)}
      onChange={(text) => actions.edit({ [field]: read(text) })}
    />
  );
}

interface ReasonsProps {
  customer: Customer;
  onChange: (reasons: Customer['riskReasons']) => void;
}

/** Reasons are kept in the order in which they were ticked: the first is the primary one. */
function Reasons({ customer: { riskReasons }, onChange }: ReasonsProps) {
  return (
    <fieldset class="ticks">
      <legend class="field-label">{t('field_riskReasons')}</legend>
      {REASON_IDS.map((reason) => {
        const on = riskReasons.includes(reason);
        return (
          <label key={reason} class="tick">
            <input
              type="checkbox"
              checked={on}
              onChange={() =>
                onChange(on ? riskReasons.filter((one) => one !== reason) : [...riskReasons, reason])
              }
            />
            {reasonName(reason)}
            {riskReasons[0] === reason && <span class="faint">{t('record_primary')}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}
