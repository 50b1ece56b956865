import { t } from '../../../utils/i18n';
import { FINAL, type JournalEntry } from '../../../utils/store/types';
import { Badge, Button, EmptyState, LoadingState } from '../../controls';
import { countText, dateTimeText } from '../../format';
import { type FieldChange, fieldChanges } from '../../journal/words';
import { changeName, sourceName } from '../../terms';

/** Of a change that touched more fields than this, the first are shown. */
const MAX_FIELDS = 8;

export interface HistoryProps {
  /** Newest first; null while reading. */
  entries: readonly JournalEntry[] | null;
  /** Names of the customers that the entries speak of. */
  names: ReadonlyMap<string, string>;
  now: number;
  more: boolean;
  onMore: () => void;
  onUndo: (changeId: string) => void;
  onOpen: (customerId: string) => void;
}

/** Every change, with its date and source, before → after; each can be undone. */
export function History({ entries, more, onMore, ...rest }: HistoryProps) {
  if (!entries) return <LoadingState rows={6} />;
  if (entries.length === 0) return <EmptyState icon="history" title={t('history_none')} />;
  const undone = new Set(entries.flatMap(({ undoes }) => undoes ?? []));
  return (
    <div class="history">
      <ol class="history-list">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} undone={undone.has(entry.id)} {...rest} />
        ))}
      </ol>
      {more && <Button onClick={onMore}>{t('history_more')}</Button>}
    </div>
  );
}

type EntryProps = Pick<HistoryProps, 'names' | 'now' | 'onUndo' | 'onOpen'> & {
  entry: JournalEntry;
  undone: boolean;
};

function Entry({ entry, undone, names, now, onUndo, onOpen }: EntryProps) {
  const bulk = Object.values(entry.bulkIds).reduce((sum, ids) => sum + ids.length, 0);
  const what = changeName(entry.what);
  return (
    <li class={undone ? 'entry entry-undone' : 'entry'}>
      <div class="entry-head">
        <time class="entry-time" dateTime={new Date(entry.at).toISOString()}>
          {dateTimeText(entry.at, now)}
        </time>
        <h3 class="entry-title">{what}</h3>
        {entry.customerIds.slice(0, 3).map((id) => (
          <Button key={id} kind="plain" onClick={() => onOpen(id)}>
            {names.get(id) ?? t('history_gone')}
          </Button>
        ))}
        {undone && <Badge text={t('change_undone')} />}
        <span class="entry-undo">
          {!undone && !FINAL.has(entry.what) && (
            <Button kind="plain" icon="undo" onClick={() => onUndo(entry.id)}>
              {t('undo')}
              <span class="unseen">
                {' '}
                {what}, {dateTimeText(entry.at, now)}
              </span>
            </Button>
          )}
        </span>
      </div>
      {bulk > 0 ? (
        <p class="entry-source">{t('history_bulk', { COUNT: countText(bulk) })}</p>
      ) : (
        <Fields fields={fieldChanges(entry)} />
      )}
      <Source source={entry.source} />
    </li>
  );
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  const rest = fields.length - MAX_FIELDS;
  return (
    <dl class="fields">
      {fields.slice(0, MAX_FIELDS).map(({ label, before, after }, index) => (
        <div key={index} class="field-change">
          <dt>{label}</dt>
          <dd>
            {before && <del>{before}</del>}
            {before && after && <span class="arrow"> → </span>}
            {after && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
      {rest > 0 && <div class="entry-source">{t('history_moreFields', { COUNT: countText(rest) })}</div>}
    </dl>
  );
}

function Source({ source }: { source: JournalEntry['source'] }) {
  return (
    <p class="entry-source">
      {sourceName(source.kind)}
      {/^https?:/.test(source.url) && (
        <>
          {' · '}
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {source.url}
          </a>
        </>
      )}
    </p>
  );
}
