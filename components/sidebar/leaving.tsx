import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Warning } from '../../utils/retention/early-warning';
import { guardState, keyTierOf } from '../../utils/retention/guard';
import { tierOf } from '../../utils/retention/shown';
import { taxonomy } from '../../utils/retention/taxonomy';
import { Button, Menu } from '../controls';
import { GuardList } from '../retention/GuardList';
import { PlanForm } from '../retention/PlanForm';
import { ReasonForm } from '../retention/ReasonForm';
import { SatisfactionForm } from '../retention/SatisfactionForm';
import { ShareForm } from '../retention/ShareForm';
import { reasonText } from '../retention/words';
import { isTyping } from './keys';
import type { CardProps } from './props';

/** What can be recorded about a customer's staying. */
export type LeavingForm = 'reason' | 'share' | 'satisfaction' | 'plan' | 'guard';
type Props = CardProps & { warning: Warning };

const DAY_MS = 86_400_000;
const dateAt = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** One click to the reason, two to everything else; below it what stands open. */
export function LeavingBar(
  props: Props & { form: LeavingForm | null; onForm: (form: LeavingForm | null) => void },
) {
  const { form, onForm, card } = props;
  const { guard } = card.retention;
  const key = isKey(props);
  const gaps = key ? guardState(guard, props.now).gaps.length : 0;
  return (
    <>
      <div class="row-actions">
        <button
          id="leaving-reason"
          type="button"
          class="button button-normal"
          aria-keyshortcuts="R"
          aria-expanded={form === 'reason'}
          onClick={() => onForm(form === 'reason' ? null : 'reason')}
        >
          <span class="button-text">{t('retention_why')}</span>
        </button>
        <Menu
          label={t('retention_more')}
          buttonId="leaving-more"
          items={[
            { id: 'share' as const, text: t('retention_share') },
            { id: 'satisfaction' as const, text: t('retention_satisfaction') },
            { id: 'plan' as const, text: t('retention_plan') },
            ...(key ? [{ id: 'guard' as const, text: t('retention_guard') }] : []),
          ]}
          onChoose={onForm}
        />
        {gaps > 0 && (
          <Button kind="plain" icon="alert" onClick={() => onForm(form === 'guard' ? null : 'guard')}>
            {t('retention_guardGaps', { COUNT: gaps })}
          </Button>
        )}
      </div>
      <Open {...props} />
    </>
  );
}

const isKey = ({ card }: CardProps): boolean => keyTierOf(tierOf(card.customer, card.insight)) !== null;

/** The last record of leaving and the plans that run. */
function Open({ card, actions }: Props) {
  const { defections, plans, reasons } = card.retention;
  const lost = defections.find(({ wonBackAt }) => wonBackAt === null);
  const running = plans.filter(({ state }) => state === 'open');
  return (
    <>
      {lost && (
        <p class="row-text">
          {t(lost.extent === 'full' ? 'retention_lost' : 'retention_partly')}{' '}
          {lost.reasons.map((code) => reasonText(reasons, code)).join(', ')}{' '}
          {lost.competitor && `(${lost.competitor})`}{' '}
          <Button kind="plain" onClick={() => actions.wonBack(lost)}>
            {t('retention_back')}
          </Button>
        </p>
      )}
      {running.map((plan) => (
        <ul key={plan.id} class="lines" aria-label={t('retention_plan')}>
          {plan.measures
            .filter(({ doneAt }) => doneAt === null)
            .map((one) => (
              <li key={one.id} class="plan-line">
                <span class="line-text clamp-2">
                  {one.text} {one.dueDate && <span class="faint">{one.dueDate}</span>}
                </span>
                <Button kind="plain" icon="check" onClick={() => actions.doneMeasure(plan, one.id)}>
                  {t('done')}
                  <span class="unseen"> {one.text}</span>
                </Button>
              </li>
            ))}
        </ul>
      ))}
    </>
  );
}

type FormProps = Props & { form: LeavingForm; onClose: () => void };

/** The form that was asked for, with the focus in it; Escape outside of a field closes it. */
export function LeavingForms(props: FormProps) {
  const { form, onClose } = props;
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const inside = frame.current?.contains(document.activeElement);
    if (!inside) frame.current?.querySelector<HTMLElement>('button, input, select, textarea')?.focus();
  }, [form]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isTyping(event.target)) return;
    event.preventDefault(); // it closes this form, not the margin
    close();
  };
  const close = () => {
    onClose();
    document.getElementById('leaving-reason')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for whatever of the form has the focus
    <div ref={frame} role="presentation" onKeyDown={onKeyDown}>
      <OneForm {...props} onClose={close} />
    </div>
  );
}

function OneForm(props: FormProps) {
  const { form, card, settings, now, zone, actions, warning, onClose } = props;
  const { retention, customer } = card;
  const reasons = taxonomy(retention.reasons);
  const said = (act: () => void) => {
    act();
    onClose();
  };
  const partial = warning.evidence.some(({ say }) => say === 'share_partial');
  if (form === 'reason')
    return (
      <ReasonForm
        reasons={reasons}
        extent={partial ? 'partial' : 'full'}
        onSave={(draft) => said(() => actions.addDefection(draft))}
        onCancel={onClose}
      />
    );
  if (form === 'share')
    return (
      <ShareForm
        currency={card.insight?.currency ?? settings.currency}
        fromDate={dateAt(now - 365 * DAY_MS, zone)}
        toDate={dateAt(now, zone)}
        onSave={(draft) => said(() => actions.addWallet(draft))}
        onCancel={onClose}
      />
    );
  if (form === 'satisfaction')
    return (
      <SatisfactionForm onSave={(draft) => said(() => actions.addSatisfaction(draft))} onCancel={onClose} />
    );
  if (form === 'guard')
    return <GuardList guard={retention.guard} now={now} onCheck={(check) => actions.checkGuard(check)} />;
  const lost = retention.defections.find(({ wonBackAt }) => wonBackAt === null);
  return (
    <PlanForm
      reasons={reasons}
      kind={lost ? 'win-back' : 'prevention'}
      reason={lost?.reasons[0] ?? customer.riskReasons[0] ?? warning.reason}
      owner={customer.owner}
      firstDate={dateAt(now + 2 * DAY_MS, zone)}
      onSave={(draft) => said(() => actions.addPlan(draft))}
      onCancel={onClose}
    />
  );
}
