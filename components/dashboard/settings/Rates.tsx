import { useState } from 'preact/hooks';
import { localeTag, t } from '../../../utils/i18n';
import type { Rate } from '../../../utils/value/rates';
import { Button, IconButton, TextField } from '../../controls';
import { dayText, figure } from '../../ledger/words';

export type RateDraft = Pick<Rate, 'currency' | 'base' | 'date' | 'rate'>;

export interface RatesProps {
  /** ISO 4217: the currency that everything is summed in. */
  base: string;
  rates: readonly Rate[];
  /** `YYYY-MM-DD`, the reader's day. */
  today: string;
  onAddRate: (rate: RateDraft) => void;
  onRemoveRate: (id: string) => void;
}

/** Dated exchange rates: each holds from its day until the next. */
export function Rates({ base, rates, today, onAddRate, onRemoveRate }: RatesProps) {
  return (
    <fieldset class="settings-wide rates">
      <legend class="field-label">{t('value_rates', { BASE: base })}</legend>
      <p class="field-hint">{t('value_ratesHint')}</p>
      {rates.length > 0 && (
        <ul class="rates-list">
          {rates.map(({ id, currency, base: into, date, rate }) => (
            <li key={id} class="line">
              <span class="line-text">
                {t('value_rate', { CURRENCY: currency, RATE: figure(rate, 6), BASE: into })}
              </span>
              <span class="faint">{t('value_rateFrom', { DATE: dayText(date) })}</span>
              <IconButton
                icon="trash"
                label={t('value_rateRemove', { CURRENCY: currency, DATE: dayText(date) })}
                onClick={() => onRemoveRate(id)}
              />
            </li>
          ))}
        </ul>
      )}
      <NewRate base={base} today={today} onAddRate={onAddRate} />
    </fieldset>
  );
}

function NewRate({ base, today, onAddRate }: Pick<RatesProps, 'base' | 'today' | 'onAddRate'>) {
  const [currency, setCurrency] = useState('');
  const [rate, setRate] = useState('');
  const [date, setDate] = useState('');
  const [error, setError] = useState<{ of: 'currency' | 'rate' | 'date'; text: string } | null>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const code = currency.trim().toUpperCase();
    const value = readRate(rate);
    if (!/^[A-Z]{3}$/.test(code) || !Intl.supportedValuesOf('currency').includes(code))
      return setError({ of: 'currency', text: t('currencyError') });
    if (code === base) return setError({ of: 'currency', text: t('value_rateOwn', { BASE: base }) });
    if (value === null) return setError({ of: 'rate', text: t('value_rateError') });
    const day = date || today;
    setCurrency('');
    setRate('');
    setDate('');
    setError(null);
    onAddRate({ currency: code, base, date: day, rate: value });
  };
  const wrong = (of: 'currency' | 'rate' | 'date') => (error?.of === of ? error.text : undefined);
  return (
    <form class="inline-form" onSubmit={add}>
      <TextField
        label={t('currency')}
        placeholder="EUR"
        value={currency}
        error={wrong('currency')}
        onInput={setCurrency}
      />
      <TextField
        label={t('value_rateIn', { BASE: base })}
        inputMode="decimal"
        value={rate}
        error={wrong('rate')}
        onInput={setRate}
      />
      <TextField
        label={t('value_rateDate')}
        type="date"
        value={date || today}
        error={wrong('date')}
        onInput={setDate}
      />
      <Button submit icon="plus">
        {t('value_rateAdd')}
      </Button>
    </form>
  );
}

/** A rate as typed: a decimal above zero, with the reader's decimal mark or a point. */
function readRate(text: string): number | null {
  const comma = new Intl.NumberFormat(localeTag()).formatToParts(1.5).some(({ value }) => value === ',');
  const plain = comma ? text.trim().replace(',', '.') : text.trim();
  const value = /^\d{1,12}(\.\d{1,12})?$/.test(plain) ? Number(plain) : Number.NaN;
  return value > 0 ? value : null;
}
