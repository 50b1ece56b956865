import { t } from '../../utils/i18n';
import type { JournalEntry } from '../../utils/store/types';
import { Badge, Button } from '../controls';
import { dateTimeText } from '../format';
import { changeName } from '../terms';
import { linesOf, sourceName } from './history-words';
import type { CardProps } from './props';

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
        {undone && <Badge text={t('undone')} icon="undo" />}
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
      <dl class="change-lines">
        {linesOf(entry).map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd dir="auto">
              {line.before && <del class="clamp-2">{line.before}</del>}
              {line.after ? (
                <ins class="clamp-3">{line.after}</ins>
              ) : (
                <span class="faint">{t('emptied')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** The page's host: '' for our own pages and for what is no address. */
export function hostOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed?.protocol.startsWith('http') ? parsed.host : '';
}
