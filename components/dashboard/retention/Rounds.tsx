import { useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { Round, Satisfaction } from '../../../utils/retention/model';
import { surveyResults } from '../../../utils/retention/survey';
import { Badge, Button, TextField } from '../../controls';
import { countText, dateText } from '../../format';
import { type SatisfactionAnswer, SatisfactionForm } from '../../retention/SatisfactionForm';
import { percentText } from '../../retention/words';
import { tierName } from '../../terms';
import { Findings, type FindingsProps } from './Findings';
import { Interview } from './Interview';
import { Table } from './Table';

export interface RoundsProps extends Omit<FindingsProps, 'round' | 'onSettled'> {
  kind: Round['kind'];
  rounds: readonly Round[];
  /** Answers of the surveys. */
  answers: readonly Satisfaction[];
  /** Resolves with whether it was begun: where there is nobody to ask it is not. */
  onStart: (draft: { name: string; size: number }) => Promise<boolean>;
  onAnswer: (round: Round, customerId: string, answer: SatisfactionAnswer) => void;
  onClose: (round: Round) => void;
}

const MOST = 500;

/** Rounds of asking: surveys of satisfaction by a random sample, investigations of the customers who were lost. */
export function Rounds(props: RoundsProps) {
  const { kind, rounds } = props;
  const own = rounds.filter((round) => round.kind === kind);
  return (
    <>
      <Start {...props} />
      {own.length === 0 && (
        <p class="faint">{t(kind === 'survey' ? 'rounds_noSurvey' : 'rounds_noInvestigation')}</p>
      )}
      {own.map((round) => (
        <OneRound key={round.id} round={round} {...props} />
      ))}
    </>
  );
}

function Start({ kind, onStart }: RoundsProps) {
  const [name, setName] = useState('');
  const [size, setSize] = useState('20');
  const [wrong, setWrong] = useState(false);
  const start = async (event: Event) => {
    event.preventDefault();
    const count = /^\d+$/.test(size.trim()) ? Number(size) : 0;
    setWrong(count < 1 || count > MOST);
    if (count < 1 || count > MOST) return;
    if (await onStart({ name: name.trim(), size: count })) setName('');
  };
  return (
    <form class="form form-line" onSubmit={start}>
      <TextField label={t('field_name')} value={name} onInput={setName} />
      <TextField
        label={t('rounds_size')}
        inputMode="numeric"
        value={size}
        onInput={setSize}
        error={wrong ? t('error_roundSize') : undefined}
      />
      <Button kind="primary" submit>
        {t(kind === 'survey' ? 'rounds_survey' : 'rounds_investigation')}
      </Button>
    </form>
  );
}

type OneProps = RoundsProps & { round: Round };

function OneRound(props: OneProps) {
  const { round, now, names, onOpen, onClose } = props;
  const [asking, setAsking] = useState<string | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  // the form that had the focus goes: who has no mouse goes on from here, not from the top of the page
  const toHead = () => head.current?.focus();
  const end = () => {
    setAsking(null);
    toHead();
  };
  const done = round.asked.filter(({ answeredAt }) => answeredAt !== null).length;
  const open = round.asked.filter(({ answeredAt }) => answeredAt === null);
  return (
    <section class="box" aria-label={round.name || dateText(round.startedAt, now)}>
      <header class="box-head">
        <h2 ref={head} tabIndex={-1}>
          {round.name || dateText(round.startedAt, now)}
        </h2>
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
              {asking === one.customerId && <Answer {...props} customerId={one.customerId} onEnd={end} />}
            </li>
          ))}
        </ul>
      )}
      {round.kind === 'survey' ? <Results {...props} /> : <Findings {...props} onSettled={toHead} />}
    </section>
  );
}

type AnswerProps = OneProps & { customerId: string; onEnd: () => void };

function Answer(props: AnswerProps) {
  const { round, customerId, edits, names, onAnswer, onInterview, onEnd } = props;
  if (round.kind === 'investigation')
    return (
      <Interview
        name={names.get(customerId) ?? t('dash_gone')}
        edits={edits}
        onCancel={onEnd}
        onSave={(told) => {
          onInterview(round, customerId, told);
          onEnd();
        }}
      />
    );
  return (
    <SatisfactionForm
      onCancel={onEnd}
      onSave={(answer) => {
        onAnswer(round, customerId, answer);
        onEnd();
      }}
    />
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
