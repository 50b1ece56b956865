import type { ComponentChildren } from 'preact';
import { localeTag, t } from '../../utils/i18n';
import { formatMoney, type Money } from '../../utils/money';
import { derivedWorth } from '../../utils/retention/shown';
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
  const derived = insight ? derivedWorth(insight) : {};
  return (
    <div class="figures-row">
      {FIELDS.map((field) => {
        const money = derived[field];
        return insight && money ? (
          <DerivedFigure key={field} {...props} field={field} insight={insight} money={money} />
        ) : (
          <Figure key={field} field={field} {...props} />
        );
      })}
    </div>
  );
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
