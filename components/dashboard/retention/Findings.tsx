import { useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { Asked, Measure, ReasonEdit, ReviewPoint, Round } from '../../../utils/retention/model';
import { reasonsNamed, reviewsDue } from '../../../utils/retention/survey';
import { Button, TextArea, TextField } from '../../controls';
import { countText, dateText } from '../../format';
import { reasonText } from '../../retention/words';
import { Interview, type Told } from './Interview';
import { MeasureLines } from './MeasureLines';
import { Table } from './Table';

export type MeasureDecided = Pick<Measure, 'text' | 'owner' | 'dueDate'>;

export interface FindingsProps {
  round: Round;
  edits: readonly ReasonEdit[];
  names: ReadonlyMap<string, string>;
  now: number;
  /** An interview, made now or corrected. */
  onInterview: (round: Round, customerId: string, told: Told) => void;
  onReview: (round: Round, point: ReviewPoint, text: string) => void;
  onMeasure: (round: Round, measure: MeasureDecided) => void;
  onMeasureDone: (round: Round, measureId: string) => void;
  onOpen: (customerId: string) => void;
  /** What had the focus has done its work and goes. */
  onSettled: () => void;
}

/** What the interviews say so far, the two reviews when they are due, and the measures that were decided. */
export function Findings(props: FindingsProps) {
  const { round, edits } = props;
  const [due] = round.closedAt === null ? reviewsDue(round) : [];
  const named = reasonsNamed(round);
  return (
    <>
      {named.length > 0 && (
        <Table
          title={t('rounds_found')}
          file="interviews"
          rows={named}
          rowKey={({ code }) => code}
          columns={[
            { head: t('retention_reason'), cell: ({ code }) => reasonText(edits, code) },
            { head: t('rounds_named'), numeric: true, cell: ({ times }) => countText(times) },
          ]}
        />
      )}
      <Said {...props} />
      <Reviews {...props} />
      {due && <Review key={due} {...props} point={due} />}
      <Measures {...props} />
    </>
  );
}

type Answered = Asked & { answeredAt: number };

function Said(props: FindingsProps) {
  const said = props.round.asked.filter((one): one is Answered => one.answeredAt !== null);
  if (said.length === 0) return null;
  return (
    <section class="review">
      <h3>{t('rounds_said')}</h3>
      <ul class="lines" aria-label={t('rounds_said')}>
        {said
          .sort((a, b) => b.answeredAt - a.answeredAt)
          .map((one) => (
            <OneSaid key={one.customerId} one={one} {...props} />
          ))}
      </ul>
    </section>
  );
}

/** An interview can be corrected, in a closed round as well: the failure analysis goes on counting it. */
function OneSaid({ one, round, edits, names, onOpen, onInterview }: FindingsProps & { one: Answered }) {
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const name = names.get(one.customerId) ?? t('dash_gone');
  const end = () => {
    setEditing(false);
    opener.current?.focus(); // the form that had the focus goes
  };
  return (
    <li class="plan-line">
      <div class="line-text">
        <button type="button" class="link" onClick={() => onOpen(one.customerId)}>
          {name}
        </button>{' '}
        <span class="faint">{one.reasons.map((code) => reasonText(edits, code)).join(' · ')}</span>
        {one.text && <p class="said">{one.text}</p>}
      </div>
      <Button kind="plain" buttonRef={opener} onClick={() => setEditing(!editing)}>
        {t('edit')}
        <span class="unseen"> {name}</span>
      </Button>
      {editing && (
        <Interview
          {...{ name, edits, told: one, onCancel: end }}
          onSave={(told) => {
            onInterview(round, one.customerId, told);
            end();
          }}
        />
      )}
    </li>
  );
}

const reviewName = (point: ReviewPoint): string =>
  t(point === 'quarter' ? 'rounds_quarter' : 'rounds_threeQuarters');

function Reviews({ round, now }: FindingsProps) {
  return (['quarter', 'three-quarters'] as const).map((point) => {
    const review = round.reviews[point];
    return (
      review && (
        <section key={point} class="review">
          <h3>
            {reviewName(point)} <span class="faint">{dateText(review.at, now)}</span>
          </h3>
          <p class="said">{review.text}</p>
        </section>
      )
    );
  });
}

function Review({ round, point, onReview, onSettled }: FindingsProps & { point: ReviewPoint }) {
  const [text, setText] = useState('');
  const save = (event: Event) => {
    event.preventDefault();
    onReview(round, point, text.trim());
    onSettled();
  };
  return (
    <form class="form" onSubmit={save}>
      <TextArea label={reviewName(point)} rows={3} value={text} onInput={setText} />
      <Button kind="primary" submit disabled={text.trim() === ''}>
        {t('save')}
      </Button>
    </form>
  );
}

function Measures({ round, now, onMeasureDone, onMeasure }: FindingsProps) {
  return (
    <section class="review">
      <h3>{t('rounds_measures')}</h3>
      <MeasureLines measures={round.measures} now={now} onDone={(id) => onMeasureDone(round, id)} />
      {round.closedAt === null && <Decide round={round} onMeasure={onMeasure} />}
    </section>
  );
}

const NONE: MeasureDecided = { text: '', owner: '', dueDate: null };

function Decide({ round, onMeasure }: Pick<FindingsProps, 'round' | 'onMeasure'>) {
  const [draft, setDraft] = useState(NONE);
  const set = (patch: Partial<MeasureDecided>) => setDraft({ ...draft, ...patch });
  const save = (event: Event) => {
    event.preventDefault();
    onMeasure(round, { ...draft, text: draft.text.trim(), owner: draft.owner.trim() });
    setDraft(NONE);
  };
  return (
    <form class="form form-line" onSubmit={save}>
      <TextField label={t('rounds_measure')} value={draft.text} onInput={(text) => set({ text })} />
      <TextField label={t('field_owner')} value={draft.owner} onInput={(owner) => set({ owner })} />
      <TextField
        type="date"
        label={t('field_dueDate')}
        value={draft.dueDate ?? ''}
        onInput={(date) => set({ dueDate: date || null })}
      />
      <Button submit disabled={draft.text.trim() === ''}>
        {t('retention_addMeasure')}
      </Button>
    </form>
  );
}
