import { useState } from 'preact/hooks';
import { localeTag, t } from '../../utils/i18n';
import { type Money, parseMoney } from '../../utils/money';
import { FormActions, TextField } from '../controls';

export interface ShareDraft {
  fromDate: string;
  toDate: string;
  total: Money;
  ours: Money | null;
  source: string;
}

export interface ShareFormProps {
  /** ISO 4217. */
  currency: string;
  /** The period that is offered: `YYYY-MM-DD`. */
  fromDate: string;
  toDate: string;
  onSave: (draft: ShareDraft) => void;
  onCancel: () => void;
}

/** All that they spend in our category, and with whom it was learnt; our part is the ledger's unless it is given. */
export function ShareForm(props: ShareFormProps) {
  const { currency, onSave, onCancel } = props;
  const [total, setTotal] = useState('');
  const [ours, setOurs] = useState('');
  const [fromDate, setFrom] = useState(props.fromDate);
  const [toDate, setTo] = useState(props.toDate);
  const [source, setSource] = useState('');
  const [error, setError] = useState<'total' | 'ours' | 'dates'>();
  const save = (event: Event) => {
    event.preventDefault();
    const all = parseMoney(total, currency, localeTag());
    if (!all.ok || all.money.minor <= 0) return setError('total');
    const own = ours.trim() === '' ? null : parseMoney(ours, currency, localeTag());
    if (own && !own.ok) return setError('ours');
    if (!fromDate || !toDate || toDate < fromDate) return setError('dates');
    onSave({ fromDate, toDate, total: all.money, ours: own?.ok ? own.money : null, source: source.trim() });
  };
  return (
    <form class="form" aria-label={t('retention_share')} onSubmit={save}>
      <TextField
        autoFocus
        label={t('retention_shareTotal', { CURRENCY: currency })}
        inputMode="decimal"
        value={total}
        error={error === 'total' ? t('amountError') : undefined}
        onInput={setTotal}
      />
      <TextField
        label={t('retention_shareOurs')}
        hint={t('retention_shareOursHint')}
        inputMode="decimal"
        value={ours}
        error={error === 'ours' ? t('amountError') : undefined}
        onInput={setOurs}
      />
      <TextField label={t('retention_from')} type="date" value={fromDate} onInput={setFrom} />
      <TextField
        label={t('retention_to')}
        type="date"
        value={toDate}
        error={error === 'dates' ? t('retention_datesError') : undefined}
        onInput={setTo}
      />
      <TextField label={t('retention_source')} value={source} onInput={setSource} />
      <FormActions onCancel={onCancel} />
    </form>
  );
}
