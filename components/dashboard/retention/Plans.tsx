import { useRef, useState } from 'preact/hooks';
import type { Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import type { Plan, ReasonEdit } from '../../../utils/retention/model';
import { Button, EmptyState, TextField } from '../../controls';
import { dateText } from '../../format';
import { reasonText } from '../../retention/words';
import { MeasureLines } from './MeasureLines';

export type PlanLine = Plan & { customer: Customer | null };

export interface PlansProps {
  rows: readonly PlanLine[];
  edits: readonly ReasonEdit[];
  now: number;
  onDone: (plan: Plan, measureId: string) => void;
  onEnd: (plan: Plan, state: 'succeeded' | 'failed', outcome: string) => void;
  onOpen: (customerId: string) => void;
}

/** Win-back and prevention plans, the open ones first. */
export function Plans({ rows, ...props }: PlansProps) {
  if (rows.length === 0)
    return (
      <EmptyState icon="list" title={t('plans_none')}>
        {t('plans_noneHint')}
      </EmptyState>
    );
  return (
    <ul class="cards">
      {rows.map((plan) => (
        <OnePlan key={plan.id} plan={plan} {...props} />
      ))}
    </ul>
  );
}

function OnePlan({ plan, onOpen, ...props }: Omit<PlansProps, 'rows'> & { plan: PlanLine }) {
  return (
    <li class="box">
      <header class="box-head">
        <h2>
          <button type="button" class="link" onClick={() => onOpen(plan.customerId)}>
            {plan.customer?.name ?? t('dash_gone')}
          </button>
        </h2>
      </header>
      <PlanBody plan={plan} {...props} />
    </li>
  );
}

type BodyProps = Omit<PlansProps, 'rows' | 'onOpen'> & { plan: Plan };

/** What kind of plan, its measures with what is done, and how it ends. */
export function PlanBody({ plan, edits, now, onDone, onEnd }: BodyProps) {
  const [outcome, setOutcome] = useState('');
  const head = useRef<HTMLParagraphElement>(null);
  const end = (state: 'succeeded' | 'failed') => {
    onEnd(plan, state, outcome.trim());
    head.current?.focus(); // the button that had the focus goes
  };
  return (
    <>
      <p ref={head} tabIndex={-1} class="faint">
        {t(plan.kind === 'win-back' ? 'plan_win_back' : 'plan_prevention')} · {t(`planState_${plan.state}`)} ·{' '}
        {dateText(plan.startedAt, now)}
        {plan.reason && ` · ${reasonText(edits, plan.reason)}`}
        {plan.owner && ` · ${plan.owner}`}
      </p>
      <MeasureLines
        measures={plan.measures}
        now={now}
        onDone={plan.state === 'open' ? (id) => onDone(plan, id) : null}
      />
      {plan.state === 'open' ? (
        <div class="form form-line">
          <TextField label={t('retention_outcome')} value={outcome} onInput={setOutcome} />
          <Button kind="primary" onClick={() => end('succeeded')}>
            {t('planState_succeeded')}
          </Button>
          <Button onClick={() => end('failed')}>{t('planState_failed')}</Button>
        </div>
      ) : (
        plan.outcome && <p class="soft">{plan.outcome}</p>
      )}
    </>
  );
}
