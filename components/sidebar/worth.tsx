import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { LedgerEntry } from '../../utils/value/ledger';
import { Button } from '../controls';
import { later } from '../later';
import type { CardProps } from './props';
import { Figures } from './worth-figures';
import { Lines } from './worth-lines';
import { worthPropsOf } from './worth-props';

const QuickEntry = later(() => import('../ledger/QuickEntry').then((all) => all.QuickEntry));
const EntryForm = later(() => import('../ledger/EntryForm').then((all) => all.EntryForm));

const FETCH_AFTER_MS = 800;

/** What they are worth at a glance, each figure with its reasons, and the shortest way to enter what happened. */
export function Worth(props: CardProps & { onMore: () => void }) {
  return (
    <section class="worth" aria-label={t('worth')}>
      <Figures {...props} />
      <Lines {...props} />
      <Enter {...props} />
    </section>
  );
}

type Entering = { of: 'nothing' | 'line' } | { of: 'form'; draft: LedgerEntry | null };

/** A line to type, or the form; and the way to all entries. */
function Enter(props: CardProps & { onMore: () => void }) {
  const { onMore, actions, readOnly } = props;
  const [entering, setEntering] = useState<Entering>({ of: 'nothing' });
  const { today, currency, details } = worthPropsOf(props);
  const close = () => setEntering({ of: 'nothing' });
  // after the card stands: the first key typed after `E` must find its field
  useEffect(() => {
    const timer = setTimeout(QuickEntry.fetch, FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const add = (entry: LedgerEntry) => actions.addEntry(entry);
  if (entering.of === 'form') {
    return (
      <EntryForm
        entry={entering.draft}
        today={today}
        currency={currency}
        onCancel={close}
        onSave={(entry) => {
          add(entry);
          close();
        }}
      />
    );
  }
  return (
    <>
      {entering.of === 'line' && (
        <QuickEntry
          autoFocus
          today={today}
          currency={currency}
          entries={details?.entries ?? []}
          onAdd={add}
          onForm={(draft) => setEntering({ of: 'form', draft })}
        />
      )}
      <div class="worth-actions">
        {!readOnly && (
          <Button
            id="new-entry"
            kind="plain"
            icon={entering.of === 'line' ? 'close' : 'plus'}
            keyHint={entering.of === 'line' ? undefined : 'E'}
            onClick={() => {
              actions.wantWorth();
              setEntering({ of: entering.of === 'line' ? 'nothing' : 'line' });
            }}
          >
            {entering.of === 'line' ? t('close') : t('worth_enter')}
          </Button>
        )}
        <Button kind="plain" icon="list" onClick={onMore}>
          {t('worth_more')}
        </Button>
      </div>
    </>
  );
}
