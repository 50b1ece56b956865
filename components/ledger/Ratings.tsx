import { type Customer, INDUSTRY_STAGES, type Ratings as Values } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Select } from '../controls';
import { LineSetting } from '../dashboard/settings/LineSetting';

export interface RatingsProps {
  customer: Customer;
  onEdit: (patch: { ratings: Values }) => void;
}

const STARS = [1, 2, 3, 4, 5] as const;

/** What people judge about a customer: the parts of the value index that no ledger tells. */
export function Ratings({ customer, onEdit }: RatingsProps) {
  const { ratings = {} } = customer;
  const set = (key: keyof Values, value: Values[keyof Values]) => {
    const { [key]: _, ...rest } = ratings;
    onEdit({ ratings: value === undefined ? rest : { ...rest, [key]: value } });
  };
  const number = (key: 'paymentDelayDays' | 'defaultRate', scale: number) => (text: string) =>
    set(key, text === '' ? undefined : Number(text.replace(',', '.')) / scale);
  return (
    <div class="ratings">
      <Stars label={t('rating_business')} value={ratings.business} onChange={(to) => set('business', to)} />
      <Stars
        label={t('rating_cooperation')}
        value={ratings.cooperation}
        onChange={(to) => set('cooperation', to)}
      />
      <Select
        label={t('rating_industryStage')}
        value={ratings.industryStage ?? 'none'}
        options={[
          { value: 'none', text: t('unknown') },
          ...INDUSTRY_STAGES.map((value) => ({ value, text: t(`industry_${value}`) })),
        ]}
        onChange={(value) => set('industryStage', value === 'none' ? undefined : value)}
      />
      <LineSetting
        label={t('rating_paymentDelayDays')}
        inputMode="numeric"
        placeholder={t('unknown')}
        value={ratings.paymentDelayDays?.toString() ?? ''}
        check={(text) => (/^(-?\d{1,4})?$/.test(text.trim()) ? null : t('rating_daysError'))}
        onChange={number('paymentDelayDays', 1)}
      />
      <LineSetting
        label={t('rating_defaultRate')}
        inputMode="decimal"
        placeholder={t('unknown')}
        value={ratings.defaultRate === undefined ? '' : String(+(ratings.defaultRate * 100).toFixed(4))}
        check={(text) => (isPercent(text) ? null : t('rating_percentError'))}
        onChange={number('defaultRate', 100)}
      />
    </div>
  );
}

const isPercent = (text: string): boolean => {
  const plain = text.trim().replace(',', '.');
  return plain === '' || (/^\d+(\.\d+)?$/.test(plain) && Number(plain) <= 100);
};

interface StarsProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** 1–5, in words too. */
function Stars({ label, value, onChange }: StarsProps) {
  return (
    <Select
      label={label}
      value={value === undefined ? 'none' : (String(value) as '1')}
      options={[
        { value: 'none', text: t('unknown') },
        ...STARS.map((stars) => ({ value: String(stars) as '1', text: t(`stars_${stars}`) })),
      ]}
      onChange={(chosen) => onChange(chosen === 'none' ? undefined : Number(chosen))}
    />
  );
}
