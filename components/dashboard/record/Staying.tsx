import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { Defection } from '../../../utils/retention/model';
import { taxonomy } from '../../../utils/retention/taxonomy';
import { Button, IconButton, RemoveButton } from '../../controls';
import { dateText } from '../../format';
import { EvidenceList } from '../../retention/EvidenceList';
import { GuardList } from '../../retention/GuardList';
import { PlanForm } from '../../retention/PlanForm';
import { ReasonForm } from '../../retention/ReasonForm';
import { SatisfactionForm } from '../../retention/SatisfactionForm';
import { ShareForm } from '../../retention/ShareForm';
import { reasonText } from '../../retention/words';
import { PlanBody } from '../retention/Plans';
import { Answers, Shares } from './Observed';
import type { StayingProps } from './staying-props';

/** The risk with its evidence, and all that was recorded about staying and leaving: seen, added and taken back where it stands. */
export function Staying(props: StayingProps) {
  const { card, warning, keyAccount, now, actions, readOnly } = props;
  const { retention } = card;
  return (
    <div class="staying">
      {warning.score === null ? (
        <p class="faint">{t('riskUnknownText')}</p>
      ) : (
        <EvidenceList warning={warning} />
      )}
      <Leavings {...props} />
      <Section
        {...props}
        title={t('retention_share')}
        form={(close) => (
          <ShareForm
            currency={card.insight?.currency ?? props.currency}
            fromDate={props.yearAgo}
            toDate={props.today}
            onSave={close(actions.addWallet)}
            onCancel={close()}
          />
        )}
      >
        <Shares {...props} />
      </Section>
      <Section
        {...props}
        title={t('record_answers')}
        form={(close) => <SatisfactionForm onSave={close(actions.addSatisfaction)} onCancel={close()} />}
      >
        <Answers {...props} />
      </Section>
      <Plans {...props} />
      {keyAccount && (
        <Section title={t('retention_guard')} readOnly>
          <GuardList guard={retention.guard} now={now} onCheck={readOnly ? undefined : actions.checkGuard} />
        </Section>
      )}
    </div>
  );
}

function Leavings(props: StayingProps) {
  const { card, now, actions, readOnly, warning } = props;
  const { defections, reasons } = card.retention;
  const partial = warning.evidence.some(({ say }) => say === 'share_partial');
  return (
    <Section
      {...props}
      title={t('record_leavings')}
      form={(close) => (
        <ReasonForm
          reasons={taxonomy(reasons)}
          extent={partial ? 'partial' : 'full'}
          onSave={close(actions.addDefection)}
          onCancel={close()}
        />
      )}
    >
      {defections.length > 0 && (
        <ul class="lines">
          {defections.map((one) => (
            <li key={one.id} class="line">
              <span class="line-text">
                {t(`extent_${one.extent}`)} · {t(`whereto_${one.whereto}`)}
                {one.competitor && ` · ${one.competitor}`}
                {one.reasons.length > 0 &&
                  ` · ${one.reasons.map((code) => reasonText(reasons, code)).join(', ')}`}
                {one.text && ` · ${one.text}`} <Dates record={one} now={now} />
              </span>
              {one.wonBackAt === null && !readOnly && (
                <Button kind="plain" onClick={() => actions.wonBack(one)}>
                  {t('retention_back')}
                </Button>
              )}
              {!readOnly && (
                <RemoveButton name={dateText(one.at, now)} onClick={() => actions.removeDefection(one.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const Dates = ({ record: { at, wonBackAt }, now }: { record: Defection; now: number }) => (
  <span class="faint">
    {dateText(at, now)}
    {wonBackAt !== null && ` · ${t('record_backOn', { DATE: dateText(wonBackAt, now) })}`}
  </span>
);

function Plans(props: StayingProps) {
  const { card, warning, now, actions } = props;
  const { plans, defections, reasons } = card.retention;
  const lost = defections.find(({ wonBackAt }) => wonBackAt === null);
  return (
    <Section
      {...props}
      title={t('retention_tab_plans')}
      form={(close) => (
        <PlanForm
          reasons={taxonomy(reasons)}
          kind={lost ? 'win-back' : 'prevention'}
          reason={lost?.reasons[0] ?? card.customer.riskReasons[0] ?? warning.reason}
          owner={props.owner}
          firstDate={props.soon}
          onSave={close(actions.addPlan)}
          onCancel={close()}
        />
      )}
    >
      {plans.map((plan) => (
        <div key={plan.id} class="staying-plan">
          <PlanBody
            plan={plan}
            edits={reasons}
            now={now}
            onDone={actions.doneMeasure}
            onEnd={actions.endPlan}
          />
        </div>
      ))}
    </Section>
  );
}

/** Ends the form: with what was typed, where something is done with it. */
type Close = <A extends unknown[]>(act?: (...given: A) => void) => (...given: A) => void;

interface SectionProps {
  title: string;
  readOnly: boolean;
  form?: (close: Close) => ComponentChildren;
  children: ComponentChildren;
}

function Section({ title, readOnly, form, children }: SectionProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close: Close =
    (act) =>
    (...given) => {
      act?.(...given);
      setOpen(false);
    };
  return (
    <section class="staying-part" aria-labelledby={id}>
      <header class="staying-head">
        <h4 id={id}>{title}</h4>
        {form && !readOnly && (
          <IconButton
            icon="plus"
            label={t('record_addTo', { NAME: title })}
            expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
      </header>
      {open && form?.(close)}
      {children}
    </section>
  );
}
