import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { Asked, Round, Satisfaction } from '../../../utils/retention/model';
import { reviewsDue, surveyResults } from '../../../utils/retention/survey';
import type { Reason } from '../../../utils/retention/taxonomy';
import { Badge, Button, FormActions, TextArea, TextField } from '../../controls';
import { countText, dateText } from '../../format';
import { Reasons } from '../../retention/ReasonForm';
import { type SatisfactionAnswer, SatisfactionForm } from '../../retention/SatisfactionForm';
import { percentText } from '../../retention/words';
import { tierName } from '../../terms';
import { Table } from './Table';

export interface RoundsProps {
  kind: Round['kind'];
  rounds: readonly Round[];
  /** Answers of the surveys. */
  answers: readonly Satisfaction[];
  reasons: readonly Reason[];
  names: ReadonlyMap<string, string>;
  now: number;
  onStart: (draft: { name: string; size: number }) => void;
  onAnswer: (round: Round, customerId: string, answer: SatisfactionAnswer) => void;
  onInterview: (round: Round, customerId: string, interview: Pick<Asked, 'reasons' | 'text'>) => void;
  onReview: (round: Round, point: 'quarter' | 'three-quarters', text: string) => void;
  onMeasure: (round: Round, text: string) => void;
  onClose: (round: Round) => void;
  onOpen: (customerId: string) => void;
}

/** Rounds of asking: surveys of satisfaction by a random sample, investigations of the customers who were lost. */
export function Rounds(props: RoundsProps) {
  const { kind, rounds, onStart } = props;
  const [name, setName] = useState('');
  const [size, setSize] = useState('20');
  const start = (event: Event) => {
    event.preventDefault();
    const count = Number.parseInt(size, 10);
    if (count > 0) onStart({ name: name.trim(), size: Math.min(count, 500) });
    setName('');
  };
  const own = rounds.filter((round) => round.kind === kind);
  return (
    <>
      <form class="form form-line" onSubmit={start}>
        <TextField label={t('field_name')} value={name} onInput={setName} />
        <TextField label={t('rounds_size')} inputMode="numeric" value={size} onInput={setSize} />
        <Button kind="primary" submit>
          {t(kind === 'survey' ? 'rounds_survey' : 'rounds_investigation')}
        </Button>
      </form>
      {own.length === 0 && (
        <p class="faint">{t(kind === 'survey' ? 'rounds_noSurvey' : 'rounds_noInvestigation')}</p>
      )}
      {own.map((round) => (
        <OneRound key={round.id} round={round} {...props} />
      ))}
    </>
  );
}

type OneProps = RoundsProps & { round: Round };

function OneRound(props: OneProps) {
  const { round, now, names, onOpen, onClose } = props;
  const [asking, setAsking] = useState<string | null>(null);
  const done = round.asked.filter(({ answeredAt }) => answeredAt !== null).length;
  const open = round.asked.filter(({ answeredAt }) => answeredAt === null);
  return (
    <section class="report" aria-label={round.name || dateText(round.startedAt, now)}>
      <header class="report-head">
        <h2>{round.name || dateText(round.startedAt, now)}</h2>
        <Badge text={t('rounds_done', { DONE: done, ALL: round.asked.length })} />
        {round.closedAt === null ? (
          <Button kind="plain" onClick={() => onClose(round)}>
            {t('rounds_close')}
          </Button>
        ) : (
          <Badge text={t('retention_closed')} />
        )}
      </header>
      {round.closedAt === null && (
        <ul class="lines">
          {open.map((one) => (
            <li key={one.customerId} class="plan-line">
              <button type="button" class="link line-text" onClick={() => onOpen(one.customerId)}>
                {names.get(one.customerId) ?? t('dash_gone')}
              </button>
              <span class="faint">{one.tier ? tierName(one.tier) : t('tierNone')}</span>
              <Button onClick={() => setAsking(asking === one.customerId ? null : one.customerId)}>
                {t('rounds_record')}
                <span class="unseen"> {names.get(one.customerId)}</span>
              </Button>
              {asking === one.customerId && (
                <Answer {...props} customerId={one.customerId} onEnd={() => setAsking(null)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {round.kind === 'survey' ? <Results {...props} /> : <Findings {...props} />}
    </section>
  );
}

function Answer(props: OneProps & { customerId: string; onEnd: () => void }) {
  const { round, customerId, onAnswer, onInterview, reasons, onEnd } = props;
  const [chosen, setChosen] = useState<string[]>([]);
  const [text, setText] = useState('');
  if (round.kind === 'survey')
    return (
      <SatisfactionForm
        onCancel={onEnd}
        onSave={(answer) => {
          onAnswer(round, customerId, answer);
          onEnd();
        }}
      />
    );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onInterview(round, customerId, { reasons: chosen, text: text.trim() });
        onEnd();
      }}
    >
      <Reasons reasons={reasons} chosen={chosen} onChange={setChosen} />
      <TextArea label={t('rounds_said')} rows={3} value={text} onInput={setText} />
      <FormActions onCancel={onEnd} />
    </form>
  );
}

function Results({ round, answers }: OneProps) {
  return (
    <Table
      title={t('rounds_results')}
      file="survey"
      rows={surveyResults(round, answers)}
      rowKey={({ tier }) => tier ?? ''}
      columns={[
        { head: t('field_tier'), cell: ({ tier }) => (tier ? tierName(tier) : t('tierNone')) },
        { head: t('rounds_asked'), numeric: true, cell: ({ asked }) => countText(asked) },
        { head: t('rounds_answered'), numeric: true, cell: ({ answered }) => countText(answered) },
        {
          head: t('rounds_satisfied'),
          numeric: true,
          cell: ({ satisfied }) => (satisfied === null ? '–' : percentText(satisfied)),
        },
      ]}
    />
  );
}

/** The two reviews when they are due, what they found, and the measures that were decided. */
function Findings(props: OneProps) {
  const { round, onReview, onMeasure } = props;
  const [text, setText] = useState('');
  const [measure, setMeasure] = useState('');
  const [due] = reviewsDue(round);
  const reviewName = (point: 'quarter' | 'three-quarters') =>
    t(point === 'quarter' ? 'rounds_quarter' : 'rounds_threeQuarters');
  return (
    <>
      {(['quarter', 'three-quarters'] as const).map((point) => {
        const review = round.reviews[point];
        return (
          review && (
            <p key={point}>
              <b>{reviewName(point)}</b> {review.text}
            </p>
          )
        );
      })}
      {due && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) onReview(round, due, text.trim());
            setText('');
          }}
        >
          <TextArea label={reviewName(due)} rows={2} value={text} onInput={setText} />
          <Button kind="primary" submit disabled={text.trim() === ''}>
            {t('save')}
          </Button>
        </form>
      )}
      {round.measures.length > 0 && (
        <ul>
          {round.measures.map((one) => (
            <li key={one.id}>{one.text}</li>
          ))}
        </ul>
      )}
      <form
        class="form form-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (measure.trim()) onMeasure(round, measure.trim());
          setMeasure('');
        }}
      >
        <TextField label={t('rounds_measure')} value={measure} onInput={setMeasure} />
        <Button submit disabled={measure.trim() === ''}>
          {t('retention_addMeasure')}
        </Button>
      </form>
    </>
  );
}
