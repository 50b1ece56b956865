import { type Customer, REASON_IDS, REASONS, type ReasonId, RISK_LEVELS } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Button, Icon, Popover, RiskBadge } from '../controls';
import { dateText } from '../format';
import { adviceFor, reasonName, riskName, sourceName } from '../terms';
import type { CardProps, CustomerPatch } from './props';
import { lastChangeOf } from './why';

/** How likely they are to leave, the first reason, and what to do about it. */
export function Risk(props: CardProps) {
  const { customer } = props.card;
  const [first, ...more] = customer.riskReasons;
  const advice = customer.riskNote || (first && adviceFor(first));
  return (
    <section class="row" aria-label={t('risk')}>
      <div class="row-head">
        <RiskBadge level={customer.riskLevel} />
        <span class="row-main clamp-2">
          {first && reasonName(first)}
          {more.length > 0 && <span class="faint"> {t('andMore', { COUNT: more.length })}</span>}
        </span>
        {!props.readOnly && <RiskEditor {...props} />}
      </div>
      <p class="row-text clamp-2" dir="auto">
        {advice ?? t(customer.riskLevel === null ? 'riskUnknownText' : 'riskNoReason')}
      </p>
    </section>
  );
}

function RiskEditor(props: CardProps) {
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
          <RiskWhy {...props} />
          <Levels customer={card.customer} onEdit={actions.edit} />
          <Reasons customer={card.customer} onEdit={actions.edit} />
        </div>
      )}
    </Popover>
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
          {level ? riskName(level) : t('unknown')}
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
