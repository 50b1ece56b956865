import type { ComponentChildren } from 'preact';
import { localeTag, t } from '../../utils/i18n';
import { formatMoney, type Money } from '../../utils/money';
import type { Insight } from '../../utils/value/insight-types';
import { Popover } from '../controls';
import { later } from '../later';
import { Figure, type FigureField } from './figure';
import { WhyPanel } from './panel';
import type { CardProps } from './props';

const explain = () => import('../ledger/explain');
const WhyNet = later(() => explain().then((all) => all.WhyNet));
const WhyNext = later(() => explain().then((all) => all.WhyNext));
const WhyReferred = later(() => explain().then((all) => all.WhyReferred));
const WHY = { valueToDate: WhyNet, valueNext12: WhyNext, valueReferred: WhyReferred } as const;

const FIELDS: FigureField[] = ['valueToDate', 'valueNext12', 'valueReferred'];

/** Net to date, what is to be expected, what they referred: from the ledger where it tells, else as entered by hand. */
export function Figures(props: CardProps) {
  const { insight } = props.card;
  return (
    <div class="figures-row">
      {FIELDS.map((field) => {
        const derived = insight && derivedOf(insight, field);
        return derived === null ? (
          <Figure key={field} field={field} {...props} />
        ) : (
          <DerivedFigure
            key={field}
            {...props}
            field={field}
            insight={derived.insight}
            money={derived.money}
          />
        );
      })}
    </div>
  );
}

/** The figure that the ledger gives, or null where it does not tell: what was entered stands then. */
function derivedOf(insight: Insight, field: FigureField): { money: Money; insight: Insight } | null {
  const { currency, outlook, referrals } = insight;
  const hasLedger = Object.keys(insight.byKind).length > 0;
  const minor = {
    valueToDate: hasLedger ? insight.net : null,
    valueNext12: outlook ? outlook.value : null,
    valueReferred: referrals > 0 ? insight.referred : null,
  }[field];
  return minor === null ? null : { money: { minor: Math.round(minor), currency }, insight };
}

interface DerivedProps extends CardProps {
  field: FigureField;
  money: Money;
  insight: Insight;
}

function DerivedFigure({ field, money, insight, card, worth, actions }: DerivedProps) {
  const label = t(`field_${field}`);
  const entered = card.customer[field];
  const Why = WHY[field];
  return (
    <Popover
      label={label}
      trigger={({ open, toggle }) => (
        <FigureButton
          open={open}
          onClick={() => {
            actions.wantWorth();
            toggle();
          }}
          label={t(`short_${field}`)}
          value={formatMoney(money, localeTag(), { compact: true })}
          minus={money.minor < 0}
        />
      )}
    >
      {() => (
        <WhyPanel title={label}>
          <p class="panel-figure">{formatMoney(money, localeTag())}</p>
          <Why insight={insight} details={worth} />
          {entered && (
            <p class="faint">{t('why_enteredBeside', { AMOUNT: formatMoney(entered, localeTag()) })}</p>
          )}
        </WhyPanel>
      )}
    </Popover>
  );
}

interface FigureButtonProps {
  open: boolean;
  onClick: () => void;
  label: ComponentChildren;
  value: string;
  minus: boolean;
}

function FigureButton({ open, onClick, label, value, minus }: FigureButtonProps) {
  return (
    <button type="button" class="figure" aria-haspopup="dialog" aria-expanded={open} onClick={onClick}>
      <span class="figure-label">{label}</span>
      <span class={minus ? 'figure-value figure-minus' : 'figure-value'}>{value}</span>
    </button>
  );
}
