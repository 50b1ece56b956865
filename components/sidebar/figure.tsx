import { useState } from 'preact/hooks';
import type { Customer } from '../../utils/customer/model';
import { localeTag, t } from '../../utils/i18n';
import { amountText, formatMoney, type Money, parseMoney } from '../../utils/money';
import { Button, Icon, Popover, TextField } from '../controls';
import { dateTimeText } from '../format';
import { sourceName } from '../terms';
import type { CardProps } from './props';
import { lastChangeOf } from './why';

export type FigureField = 'valueToDate' | 'valueNext12' | 'valueReferred';

/** One amount. A click says where it comes from and lets it be changed. */
export function Figure(props: CardProps & { field: FigureField }) {
  const { card, field } = props;
  const money = card.customer[field];
  const label = t(`field_${field}`);
  return (
    <Popover
      label={label}
      trigger={({ open, toggle }) => (
        <button type="button" class="figure" aria-haspopup="dialog" aria-expanded={open} onClick={toggle}>
          <span class="figure-label">{t(`short_${field}`)}</span>
          {money ? (
            <span class={money.minor < 0 ? 'figure-value figure-minus' : 'figure-value'}>
              {formatMoney(money, localeTag(), { compact: true })}
            </span>
          ) : (
            <span class="figure-none">
              <Icon name="plus" />
              {t('enter')}
            </span>
          )}
        </button>
      )}
    >
      {(close) => <FigurePanel {...props} money={money} label={label} close={close} />}
    </Popover>
  );
}

type PanelProps = CardProps & { field: FigureField; money: Money | null; label: string; close: () => void };

function FigurePanel(props: PanelProps) {
  const { card, field, money, label, close } = props;
  return (
    <div class="panel">
      <h2 class="panel-title">{label}</h2>
      {money && <p class="panel-figure">{formatMoney(money, localeTag())}</p>}
      <Why customer={card.customer} {...props} />
      {!props.readOnly && (
        <AmountForm
          money={money}
          currency={props.settings.currency}
          onSave={(next) => {
            close();
            props.actions.edit({ [field]: next });
          }}
        />
      )}
    </div>
  );
}

/** Where the figure comes from: who entered it when and where, and what it was before. */
function Why({ history, field, money, now, customer }: PanelProps & { customer: Customer }) {
  const change = lastChangeOf(history, customer.id, field);
  if (!money) return <p class="soft">{t('whyUnknown')}</p>;
  if (!change) return <p class="soft">{t('whyOlder', { DATE: dateTimeText(customer.createdAt, now) })}</p>;
  const before = change.before as Money | null;
  return (
    <p class="soft">
      {t('whyEntered', { DATE: dateTimeText(change.at, now), WHERE: sourceName(change.source.kind) })}
      {before && <> {t('whyBefore', { AMOUNT: formatMoney(before, localeTag()) })}</>}
    </p>
  );
}

export interface AmountFormProps {
  money: Money | null;
  /** ISO 4217, for an amount entered for the first time. */
  currency: string;
  onSave: (money: Money | null) => void;
}

/** An amount with its currency; empty means unknown. Understands 12,500.50 · 1.2万 · 3.5k. */
export function AmountForm({ money, currency, onSave }: AmountFormProps) {
  const [code, setCode] = useState(money?.currency ?? currency);
  const [text, setText] = useState(money ? amountText(money) : '');
  const [error, setError] = useState<string>();
  const save = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return onSave(null);
    const parsed = parseMoney(text, code.trim().toUpperCase(), localeTag());
    if (parsed.ok) onSave(parsed.money);
    else setError(t(parsed.problem === 'bad-currency' ? 'currencyError' : 'amountError'));
  };
  return (
    <form class="amount" onSubmit={save}>
      <TextField
        label={t('amount')}
        inputMode="decimal"
        value={text}
        placeholder="12,500"
        error={error}
        onInput={setText}
      />
      <TextField label={t('currency')} value={code} onInput={setCode} />
      <Button kind="primary" submit>
        {t('save')}
      </Button>
    </form>
  );
}
