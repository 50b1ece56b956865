import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Entry, LedgerEntry } from '../../utils/value/ledger';
import { LoadingState } from '../controls';
import { countText } from '../format';
import { EntryForm } from './EntryForm';
import { EntryList } from './EntryList';
import type { WorthProps } from './props';
import { QuickEntry } from './QuickEntry';

/** What is in the form: nothing, a new entry with what is understood of it, or an entry that is changed. */
type Forming = { of: 'none' } | { of: 'new'; draft: LedgerEntry | null } | { of: 'old'; entry: Entry };

/** The ledger of one customer: a line or a form to add, every entry to change, class, remove. */
export function Ledger({ details, today, currency, readOnly, actions }: WorthProps) {
  const [forming, setForming] = useState<Forming>({ of: 'none' });
  if (!details) return <LoadingState />;
  const { entries, referrer } = details;
  const close = () => setForming({ of: 'none' });
  const old = forming.of === 'old' ? forming.entry : null;
  return (
    <section class="ledger" aria-labelledby="ledger-title">
      <header class="part-head">
        <h2 id="ledger-title">{t('ledger')}</h2>
        <span class="faint">{t('ledger_count', { COUNT: countText(entries.length) })}</span>
      </header>
      {!readOnly && forming.of === 'none' && (
        <QuickEntry
          today={today}
          currency={currency}
          entries={entries}
          onAdd={actions.addEntry}
          onForm={(draft) => setForming({ of: 'new', draft })}
        />
      )}
      {forming.of !== 'none' && (
        <EntryForm
          key={old?.id ?? 'new'}
          entry={forming.of === 'old' ? forming.entry : forming.draft}
          today={today}
          currency={currency}
          onCancel={close}
          onSave={(entry) => {
            if (old) actions.editEntry({ ...old, ...entry });
            else actions.addEntry(entry);
            close();
          }}
        />
      )}
      <EntryList
        entries={entries}
        referred={referrer !== null}
        readOnly={readOnly}
        onEdit={(entry) => setForming({ of: 'old', entry })}
        onClass={(entry, saleClass) => actions.editEntry({ ...entry, saleClass })}
        onRemove={actions.removeEntry}
      />
    </section>
  );
}
