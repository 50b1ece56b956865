import type { RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { localeTag, t } from '../../utils/i18n';
import { type Answers, type Ask, type QuickReading, readQuickEntry } from '../../utils/transfer/quick';
import type { Said } from '../../utils/transfer/quick/words';
import type { Entry, LedgerEntry } from '../../utils/value/ledger';
import { Button, Icon, TextField } from '../controls';
import { amount, className, dayText, kindName } from './words';

export interface QuickEntryProps {
  today: string;
  currency: string;
  /** What was sold before, which is then known by its name. */
  entries: readonly Entry[];
  onAdd: (entry: LedgerEntry) => void;
  /** To the plain form, with what is understood so far. */
  onForm: (draft: LedgerEntry | null) => void;
  inputRef?: RefObject<HTMLInputElement>;
  autoFocus?: boolean;
}

/** One line that becomes an entry: what is understood is shown as it is typed, what is open is asked, Enter keeps it. */
export function QuickEntry({
  today,
  currency,
  entries,
  onAdd,
  onForm,
  inputRef,
  autoFocus,
}: QuickEntryProps) {
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const products = useMemo(() => productsOf(entries), [entries]);
  const read = readQuickEntry(text, { today, currency, localeTag: localeTag(), products, answers });
  const change = (next: string) => {
    setText(next);
    setAnswers({});
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (read.state !== 'ready') return;
    onAdd(read.draft);
    change('');
  };
  const draft = read.state === 'ready' || read.state === 'asked' ? read.draft : null;
  return (
    <form class="quick" onSubmit={save}>
      <TextField
        label={t('ledger_quick')}
        hint={text === '' ? t('ledger_quickHint') : undefined}
        placeholder={t('ledger_quickExample')}
        value={text}
        onInput={change}
        inputRef={inputRef}
        autoFocus={autoFocus}
      />
      <div class="quick-read" role="status">
        {draft && <Preview entry={draft} />}
        <Trouble read={read} />
      </div>
      {read.state === 'asked' &&
        read.asks.map((ask) => (
          <Question key={ask.of} ask={ask} onAnswer={(answer) => setAnswers({ ...answers, ...answer })} />
        ))}
      <div class="row-actions">
        <Button kind="primary" submit disabled={read.state !== 'ready'}>
          {t('ledger_keep')}
        </Button>
        <Button kind="plain" onClick={() => onForm(draft)}>
          {t('ledger_form')}
        </Button>
      </div>
    </form>
  );
}

/** Products with their category, the latest category where there were several. */
function productsOf(entries: readonly Entry[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { product, category } of entries)
    if (product !== '') found.set(product, category || (found.get(product) ?? ''));
  return found;
}

/** The entry in words, as it would be kept. */
export function Preview({ entry }: { entry: LedgerEntry }) {
  const { kind, saleClass, product, category, costMinor, note, date } = entry;
  const cost =
    costMinor === null ? '' : t('ledger_costOf', { AMOUNT: amount(costMinor, entry.amount.currency) });
  const parts = [
    saleClass ? `${kindName(kind)} (${className(saleClass)})` : kindName(kind),
    product,
    category && `#${category}`,
    cost,
    dayText(date),
    note,
  ];
  return (
    <p class="quick-preview">
      <b class={kind === 'sale' ? 'entry-plus' : 'entry-minus'}>
        {kind === 'sale' ? '+' : '−'}
        {amount(entry.amount.minor, entry.amount.currency)}
      </b>{' '}
      <span dir="auto">{parts.filter((part) => part).join(' · ')}</span>
    </p>
  );
}

function Trouble({ read }: { read: QuickReading }) {
  if (read.state !== 'problem') return null;
  return (
    <p class="field-error">
      <Icon name="alert" />
      {t(`quickProblem_${read.problem.replaceAll('-', '_')}` as 'quickProblem_no_amount')}
    </p>
  );
}

/** What the line leaves open, a choice a button. */
function Question({ ask, onAnswer }: { ask: Ask; onAnswer: (answer: Answers) => void }) {
  return (
    <fieldset class="chips">
      <legend>{t(`quickAsk_${ask.of}`)}</legend>
      {choicesOf(ask).map(({ key, text, answer }) => (
        <Button key={key} onClick={() => onAnswer(answer)}>
          {text}
        </Button>
      ))}
    </fieldset>
  );
}

function choicesOf(ask: Ask): Array<{ key: string; text: string; answer: Answers }> {
  switch (ask.of) {
    case 'date':
      return ask.choices.map((date) => ({ key: date, text: dayText(date), answer: { date } }));
    case 'amount':
      return ask.choices.map((one) => ({ key: one, text: one, answer: { amount: one } }));
    case 'currency':
      return ask.choices.map((code) => ({ key: code, text: code, answer: { currency: code } }));
    case 'kind':
      return ask.choices.map((kind) => ({ key: saidText(kind), text: saidText(kind), answer: { kind } }));
  }
}

const saidText = ({ kind, saleClass }: Said): string =>
  saleClass ? `${kindName(kind)}: ${className(saleClass)}` : kindName(kind);
