import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { GUARD_ITEMS, type Guard, type GuardItem } from '../../utils/retention/model';
import { Button, TextField } from '../controls';
import { distanceText } from '../format';

export interface GuardListProps {
  guard: Guard | null;
  now: number;
  /** Absent: the list is only read. */
  onCheck?: ((check: { item: GuardItem; rating: number; note: string }) => void) | undefined;
}

const RATINGS = [1, 2, 3, 4, 5] as const;

/** The seven points, each rated with one click and dated; a note may go with the next rating. */
export function GuardList({ guard, now, onCheck }: GuardListProps) {
  const [notes, setNotes] = useState<Partial<Record<GuardItem, string>>>({});
  return (
    <ul class="lines guard">
      {GUARD_ITEMS.map((item) => {
        const check = guard?.checks[item];
        return (
          <li key={item} class="guard-item">
            <p>
              <b>{t(`guard_${item}`)}</b> {check && !onCheck && `${check.rating} / ${RATINGS.length} `}
              <span class="faint">{check ? distanceText(check.at, now) : t('retention_neverChecked')}</span>
            </p>
            {check?.note && <p class="faint">{check.note}</p>}
            {onCheck && (
              <Rate
                item={item}
                rating={check?.rating}
                note={notes[item] ?? ''}
                onNote={(text) => setNotes({ ...notes, [item]: text })}
                onCheck={onCheck}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface RateProps {
  item: GuardItem;
  rating: number | undefined;
  note: string;
  onNote: (text: string) => void;
  onCheck: NonNullable<GuardListProps['onCheck']>;
}

function Rate({ item, rating: now, note, onNote, onCheck }: RateProps) {
  return (
    <>
      <div class="chips">
        {RATINGS.map((rating) => (
          <Button
            key={rating}
            pressed={now === rating}
            onClick={() => onCheck({ item, rating, note: note.trim() })}
          >
            {rating}
            <span class="unseen"> {t(`guard_${item}`)}</span>
          </Button>
        ))}
      </div>
      <TextField
        hideLabel
        label={t('retention_guardNote', { ITEM: t(`guard_${item}`) })}
        placeholder={t('note')}
        value={note}
        onInput={onNote}
      />
    </>
  );
}
