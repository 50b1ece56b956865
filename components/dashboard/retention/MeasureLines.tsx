import { useRef } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { Measure } from '../../../utils/retention/model';
import { Button } from '../../controls';
import { dateStart, dateText } from '../../format';

export interface MeasureLinesProps {
  measures: readonly Measure[];
  now: number;
  /** null: nothing can be ticked any more. */
  onDone: ((measureId: string) => void) | null;
}

/** Measures with who does them and until when; a ticked one keeps its place and gives the focus to the list. */
export function MeasureLines({ measures, now, onDone }: MeasureLinesProps) {
  const list = useRef<HTMLUListElement>(null);
  if (measures.length === 0) return null;
  return (
    <ul ref={list} class="lines" aria-label={t('retention_measures')} tabIndex={-1}>
      {measures.map((one) => (
        <li key={one.id} class="plan-line">
          <span class="line-text">
            {one.doneAt !== null && '✓ '}
            {one.text} <span class="faint">{whoAndWhen(one, now)}</span>
          </span>
          {one.doneAt === null && onDone && (
            <Button
              kind="plain"
              icon="check"
              onClick={() => {
                onDone(one.id);
                list.current?.focus();
              }}
            >
              {t('done')}
              <span class="unseen"> {one.text}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const whoAndWhen = ({ owner, dueDate }: Measure, now: number): string =>
  [owner, dueDate && dateText(dateStart(dueDate), now)].filter(Boolean).join(' · ');
