import { useState } from 'preact/hooks';
import { localeTag, t } from '../../utils/i18n';
import { amountText, parseMoney } from '../../utils/money';
import { ENTRY_KINDS, type LedgerEntry, SALE_CLASSES } from '../../utils/value/ledger';
import { FormActions, Select, TextField } from '../controls';
import { className, kindName } from './words';

export interface EntryFormProps {
  /** What it begins with; null: a new entry of today. */
  entry: LedgerEntry | null;
  today: string;
  currency: string;
  onSave: (entry: LedgerEntry) => void;
  onCancel: () => void;
}

interface Typed {
  kind: LedgerEntry['kind'];
  amount: string;
  currency: string;
  date: string;
  product: string;
  category: string;
  cost: string;
  saleClass: LedgerEntry['saleClass'];
  note: string;
}

type Wrong = Partial<Record<'amount' | 'currency' | 'date' | 'cost', string>>;

/** Every field of an entry. Each fault is told at its field; nothing is kept until all are right. */
export function EntryForm({ entry, today, currency, onSave, onCancel }: EntryFormProps) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(entry, today, currency));
  const [wrong, setWrong] = useState<Wrong>({});
  const set = (patch: Partial<Typed>) => {
    setTyped({ ...typed, ...patch });
    setWrong({});
  };
  const save = (event: Event) => {
    event.preventDefault();
    const read = readForm(typed, today);
    if ('wrong' in read) setWrong(read.wrong);
    else onSave(read.entry);
  };
  const sale = typed.kind === 'sale';
  return (
    <form class="form entry-form" aria-label={t('ledger_form')} onSubmit={save}>
      <Select
        label={t('ledgerField_kind')}
        value={typed.kind}
        options={ENTRY_KINDS.map((value) => ({ value, text: kindName(value) }))}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        autoFocus
        label={t('amount')}
        inputMode="decimal"
        value={typed.amount}
        error={wrong.amount}
        onInput={(amount) => set({ amount })}
      />
      <TextField
        label={t('currency')}
        value={typed.currency}
        error={wrong.currency}
        onInput={(code) => set({ currency: code })}
      />
      <TextField
        label={t('ledgerField_date')}
        type="date"
        value={typed.date}
        error={wrong.date}
        onInput={(date) => set({ date })}
      />
      <TextField
        label={t('ledgerField_product')}
        value={typed.product}
        onInput={(product) => set({ product })}
      />
      <TextField
        label={t('ledgerField_category')}
        value={typed.category}
        onInput={(category) => set({ category })}
      />
      {sale && (
        <>
          <TextField
            label={t('ledgerField_cost')}
            inputMode="decimal"
            value={typed.cost}
            error={wrong.cost}
            onInput={(cost) => set({ cost })}
          />
          <Select
            label={t('ledgerField_class')}
            value={typed.saleClass ?? 'derived'}
            options={[
              { value: 'derived', text: t('ledgerField_classDerived') },
              ...SALE_CLASSES.map((value) => ({ value, text: className(value) })),
            ]}
            onChange={(value) => set({ saleClass: value === 'derived' ? null : value })}
          />
        </>
      )}
      <div class="entry-note">
        <TextField label={t('ledgerField_note')} value={typed.note} onInput={(note) => set({ note })} />
      </div>
      <FormActions onCancel={onCancel} />
    </form>
  );
}

function typedOf(entry: LedgerEntry | null, today: string, currency: string): Typed {
  const code = entry?.amount.currency ?? currency;
  return {
    kind: entry?.kind ?? 'sale',
    amount: entry ? amountText(entry.amount) : '',
    currency: code,
    date: entry?.date ?? today,
    product: entry?.product ?? '',
    category: entry?.category ?? '',
    cost: entry?.costMinor == null ? '' : amountText({ minor: entry.costMinor, currency: code }),
    saleClass: entry?.saleClass ?? null,
    note: entry?.note ?? '',
  };
}

/** The form's text as an entry, or what is wrong with it by field. */
function readForm(typed: Typed, today: string): { entry: LedgerEntry } | { wrong: Wrong } {
  const code = typed.currency.trim().toUpperCase();
  const money = parseMoney(typed.amount, code, localeTag());
  const sale = typed.kind === 'sale';
  const cost = sale && typed.cost.trim() !== '' ? parseMoney(typed.cost, code, localeTag()) : null;
  const wrong: Wrong = {};
  if (!money.ok) {
    if (money.problem === 'bad-currency') wrong.currency = t('currencyError');
    else wrong.amount = t('amountError');
  } else if (money.money.minor <= 0) wrong.amount = t('ledgerField_positive');
  if (cost && (!cost.ok || cost.money.minor < 0)) wrong.cost = t('amountError');
  if (typed.date === '') wrong.date = t('ledgerField_noDate');
  else if (typed.date > today) wrong.date = t('quickProblem_future');
  if (!money.ok || Object.keys(wrong).length > 0) return { wrong };
  return {
    entry: {
      date: typed.date,
      kind: typed.kind,
      amount: money.money,
      product: typed.product.trim(),
      category: typed.category.trim(),
      costMinor: cost?.ok ? cost.money.minor : null,
      saleClass: sale ? typed.saleClass : null,
      note: typed.note.trim(),
    },
  };
}
