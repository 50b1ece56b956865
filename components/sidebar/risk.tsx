import { useState } from 'preact/hooks';
import { type Customer, REASON_IDS, REASONS, type ReasonId, RISK_LEVELS } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import type { Warning } from '../../utils/retention/early-warning';
import { Button, Icon, Popover, RiskBadge } from '../controls';
import { dateText } from '../format';
import { EvidenceList } from '../retention/EvidenceList';
import { warningOf } from '../retention/warning';
import { adviceFor, reasonName, riskName, sourceName } from '../terms';
import { LeavingBar, type LeavingForm, LeavingForms } from './leaving';
import type { CardProps, CustomerPatch } from './props';
import { lastChangeOf } from './why';

/** How likely they are to leave and why it is thought so, the first reason, what to do; and from here all that can be recorded about it. */
export function Risk(props: CardProps) {
  const { customer } = props.card;
  const [form, setForm] = useState<LeavingForm | null>(null);
  const warning = warningOf(props);
  const first = customer.riskReasons[0] ?? warning.reason;
  const more = customer.riskReasons.length - 1;
  return (
    <section class="row" aria-label={t('risk')}>
      <div class="row-head">
        <RiskBadge level={customer.riskLevel ?? warning.level} />
        <span class="row-main clamp-2">
          {first && reasonName(first)}
          {more > 0 && <span class="faint"> {t('andMore', { COUNT: more })}</span>}
        </span>
        {!props.readOnly && <RiskEditor {...props} warning={warning} />}
      </div>
      <Reason {...props} warning={warning} />
      <EvidenceList warning={warning} />
      {!props.readOnly && <LeavingBar form={form} onForm={setForm} warning={warning} {...props} />}
      {form && <LeavingForms form={form} onClose={() => setForm(null)} warning={warning} {...props} />}
    </section>
  );
}

type WarnedProps = CardProps & { warning: Warning };

/** What to do: as somebody wrote it, else by the first reason, else by the weightiest evidence. */
function Reason({ card: { customer }, warning }: WarnedProps) {
  const first = customer.riskReasons[0];
  const advice = customer.riskNote || (first && adviceFor(first));
  const unknown = customer.riskLevel === null && warning.score === null;
  const todo = warning.score === null ? t('riskNoReason') : t(`warn_do_${warning.action}`);
  return (
    <p class="row-text clamp-2" dir="auto">
      {advice || (unknown ? t('riskUnknownText') : todo)}
    </p>
  );
}

function RiskEditor(props: WarnedProps) {
  const { card, actions } = props;
  return (
    <Popover
      label={t('changeRisk')}
      trigger={({ open, toggle }) => (
        <button
          type="button"
          class="icon-button"
          aria-label={t('changeRisk')}
          title={t('changeRisk')}
          aria-expanded={open}
          onClick={toggle}
        >
          <Icon name="edit" />
        </button>
      )}
    >
      {() => (
        <div class="panel">
          <Score {...props} />
          <RiskWhy {...props} />
          <Levels customer={card.customer} onEdit={actions.edit} />
          <Reasons customer={card.customer} onEdit={actions.edit} />
        </div>
      )}
    </Popover>
  );
}

/** The figure behind the level. */
function Score({ warning, card }: WarnedProps) {
  if (warning.score === null) return null;
  const score = Math.round(warning.score);
  const level = warning.level ? riskName(warning.level) : '';
  return (
    <p class="soft">
      {t('warn_score', { SCORE: score, LEVEL: level })}
      {card.customer.riskLevel !== null && ` ${t('warn_byHand')}`}
    </p>
  );
}

/** The assessment explains itself like any figure. */
function RiskWhy({ history, card, now }: CardProps) {
  const change =
    lastChangeOf(history, card.customer.id, 'riskLevel') ??
    lastChangeOf(history, card.customer.id, 'riskReasons');
  if (card.customer.riskLevel === null || !change) return null;
  return (
    <p class="soft">
      {t('whyEntered', { DATE: dateText(change.at, now), WHERE: sourceName(change.source.kind) })}
    </p>
  );
}

interface PartProps {
  customer: Customer;
  onEdit: (patch: CustomerPatch) => void;
}

function Levels({ customer, onEdit }: PartProps) {
  return (
    <fieldset class="chips">
      <legend>{t('riskLevel')}</legend>
      {[...RISK_LEVELS, null].map((level) => (
        <Button
          key={level ?? 'unknown'}
          pressed={customer.riskLevel === level}
          onClick={() => onEdit({ riskLevel: level })}
        >
          {level ? riskName(level) : t('warn_asFigures')}
        </Button>
      ))}
    </fieldset>
  );
}

/** A reason is one click: on, off. The first one chosen is the primary one; a first reason makes the risk medium. */
export function toggleReason({ riskReasons, riskLevel }: Customer, reason: ReasonId): CustomerPatch {
  if (riskReasons.includes(reason)) return { riskReasons: riskReasons.filter((one) => one !== reason) };
  return { riskReasons: [...riskReasons, reason], ...(riskLevel === null && { riskLevel: 'medium' }) };
}

function Reasons({ customer, onEdit }: PartProps) {
  return (['controllable', 'uncontrollable'] as const).map((group) => (
    <fieldset key={group} class="chips">
      <legend>{t(`reasons_${group}`)}</legend>
      {REASON_IDS.filter((id) => REASONS[id] === group).map((id) => {
        const at = customer.riskReasons.indexOf(id);
        return (
          <Button key={id} pressed={at >= 0} onClick={() => onEdit(toggleReason(customer, id))}>
            {reasonName(id)}
            {at === 0 && customer.riskReasons.length > 1 && <span class="faint"> {t('primary')}</span>}
          </Button>
        );
      })}
    </fieldset>
  ));
}
