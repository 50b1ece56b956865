import { t } from '../../utils/i18n';
import type { JournalEntry } from '../../utils/store/types';
import { Badge, Button } from '../controls';
import { countText, dateTimeText } from '../format';
import { type FieldChange, fieldChanges } from '../journal/words';
import { changeName, sourceName } from '../terms';
import type { CardProps } from './props';

/** Of a change that touched more fields than this, the first are shown. */
const MAX_FIELDS = 6;

/** Every change of this customer, newest first, with its date, source and way back. */
export function History({ history, now, actions, readOnly }: CardProps) {
  const undone = new Set(history.map((entry) => entry.undoes));
  if (history.length === 0) return <p class="part faint">{t('historyNone')}</p>;
  return (
    <ol class="history">
      {history.map((entry) => (
        <Entry
          key={entry.id}
          entry={entry}
          now={now}
          undone={undone.has(entry.id)}
          onUndo={readOnly ? null : () => actions.undo(entry.id)}
        />
      ))}
    </ol>
  );
}

interface EntryProps {
  entry: JournalEntry;
  now: number;
  undone: boolean;
  onUndo: (() => void) | null;
}

function Entry({ entry, now, undone, onUndo }: EntryProps) {
  return (
    <li class="change">
      <div class="change-head">
        <h2>{changeName(entry.what)}</h2>
        {undone && <Badge text={t('change_undone')} icon="undo" />}
        {!undone && onUndo && (
          <Button kind="plain" icon="undo" onClick={onUndo}>
            {t('undo')}
            <span class="unseen">
              {' '}
              {changeName(entry.what)}, {dateTimeText(entry.at, now)}
            </span>
          </Button>
        )}
      </div>
      <p class="faint">
        {dateTimeText(entry.at, now)} · {sourceName(entry.source.kind)}
        {hostOf(entry.source.url) && ` · ${hostOf(entry.source.url)}`}
      </p>
      <Fields fields={fieldChanges(entry)} />
    </li>
  );
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  const rest = fields.length - MAX_FIELDS;
  return (
    <>
      <dl class="change-lines">
        {fields.slice(0, MAX_FIELDS).map(({ label, before, after }, index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd dir="auto">
              {before && <del class="clamp-2">{before}</del>}
              {after ? <ins class="clamp-3">{after}</ins> : <span class="faint">{t('emptied')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {rest > 0 && <p class="faint">{t('history_moreFields', { COUNT: countText(rest) })}</p>}
    </>
  );
}

/** The page's host: '' for our own pages and for what is no address. */
export function hostOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed?.protocol.startsWith('http') ? parsed.host : '';
}
