import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { type Assumptions, costOfComplaints, fewerDefections, keepOrWin } from '../../../utils/value/what-if';
import { countText } from '../../format';
import { Sum } from '../../ledger/Sum';
import { figure, percent, toMajor, toMinor, wholeAmount } from '../../ledger/words';
import type { Basis } from './questions';
import { Slider } from './Slider';

export interface AnswerProps {
  basis: Basis;
  /** Parts of the basis that no ledger tells. */
  assumed: ReadonlyArray<keyof Basis>;
  assumptions: Assumptions;
  onTry: (patch: Partial<Assumptions>) => void;
}

interface CardProps {
  title: string;
  /** The answer in one figure and one sentence. */
  answer: string;
  sentence: string;
  formula: string;
  children: ComponentChildren;
}

/** One question: its sliders, the answer, and the formula that made it. */
export function Question({ title, answer, sentence, formula, children }: CardProps) {
  const id = useId();
  return (
    <section class="whatif-card" aria-labelledby={id}>
      <h2 id={id} class="sheet-title">
        {title}
      </h2>
      <p class="whatif-answer" role="status">
        <b>{answer}</b> <span>{sentence}</span>
      </p>
      {children}
      <p class="formula">{formula}</p>
    </section>
  );
}

/** What would so many fewer defections bring? */
export function Defections({ basis, assumed }: AnswerProps) {
  const [fewer, setFewer] = useState(0.05);
  const [retention, setRetention] = useState<number | null>(null);
  const now = retention ?? basis.retention;
  const { currency, customers, profitPerYear } = basis;
  const found = fewerDefections({ customers, retention: now, profitPerPeriod: profitPerYear, fewer });
  const unknown = assumed.includes('retention') && retention === null;
  return (
    <Question
      title={t('whatif_defections', { SHARE: percent(fewer) })}
      answer={found ? wholeAmount(found.gain, currency) : '–'}
      sentence={t('whatif_defectionsSays')}
      formula={t('whatif_defectionsFormula')}
    >
      <Slider
        label={t('whatif_fewer')}
        min={0.01}
        max={0.5}
        step={0.01}
        value={fewer}
        text={percent(fewer)}
        onChange={setFewer}
      />
      <Slider
        label={t('whatif_retention')}
        min={0}
        max={0.99}
        step={0.01}
        value={now}
        text={percent(now)}
        hint={t(unknown ? 'whatif_assumed' : 'whatif_measured')}
        onChange={setRetention}
      />
      {found && (
        <Sum
          lines={[
            { id: 'customers', label: t('dash_customers'), value: countText(customers) },
            { id: 'profit', label: t('whatif_profitPerYear'), value: wholeAmount(profitPerYear, currency) },
            {
              id: 'life',
              label: t('whatif_lifetime'),
              value: t('whatif_fromTo', {
                FROM: figure(found.lifetime.before),
                TO: figure(found.lifetime.after),
              }),
            },
            {
              id: 'before',
              label: t('whatif_profitBefore'),
              value: wholeAmount(found.profit.before, currency),
            },
            { id: 'after', label: t('whatif_profitAfter'), value: wholeAmount(found.profit.after, currency) },
            { id: 'gain', label: t('whatif_gain'), value: wholeAmount(found.gain, currency), look: 'total' },
          ]}
        />
      )}
    </Question>
  );
}

/** The same money on keeping customers or on winning some? */
export function KeepOrWin({ basis, assumed, assumptions, onTry }: AnswerProps) {
  const { currency, costToKeep, expectedPerCustomer } = basis;
  const top = Math.max(1, Math.round(toMajor(costToKeep, currency) * 200));
  const [spent, setSpent] = useState<number | null>(null);
  const budget = spent ?? Math.round(top / 4);
  const found = keepOrWin(
    {
      budget: toMinor(budget, currency),
      costToKeep,
      valueKept: expectedPerCustomer,
      valueNew: expectedPerCustomer,
    },
    assumptions,
  );
  return (
    <Question
      title={t('whatif_keepOrWin')}
      answer={found ? t(`whatif_${found.better}`) : '–'}
      sentence={
        found
          ? t('whatif_keepOrWinSays', {
              KEEP: wholeAmount(found.keepBrings, currency),
              WIN: wholeAmount(found.winBrings, currency),
            })
          : ''
      }
      formula={t('whatif_keepOrWinFormula')}
    >
      <Slider
        label={t('whatif_budget')}
        min={0}
        max={top}
        step={Math.max(1, Math.round(top / 100))}
        value={budget}
        text={wholeAmount(toMinor(budget, currency), currency)}
        onChange={setSpent}
      />
      <Slider
        label={t('whatif_times')}
        min={1}
        max={20}
        step={0.5}
        value={assumptions.winCostsTimesKeep}
        text={`× ${figure(assumptions.winCostsTimesKeep)}`}
        onChange={(winCostsTimesKeep) => onTry({ winCostsTimesKeep })}
      />
      <Slider
        label={t('whatif_deals')}
        min={0}
        max={30}
        step={1}
        value={assumptions.dealsFromSatisfied}
        text={figure(assumptions.dealsFromSatisfied)}
        onChange={(dealsFromSatisfied) => onTry({ dealsFromSatisfied })}
      />
      <Slider
        label={t('whatif_closing')}
        min={0}
        max={1}
        step={0.005}
        value={assumptions.dealsClosing}
        text={percent(assumptions.dealsClosing, 1)}
        onChange={(dealsClosing) => onTry({ dealsClosing })}
      />
      {found && (
        <Sum
          lines={[
            {
              id: 'cost',
              label: assumed.includes('costToKeep') ? t('whatif_costAssumed') : t('whatif_cost'),
              value: wholeAmount(costToKeep, currency),
            },
            { id: 'kept', label: t('whatif_kept'), value: figure(found.kept) },
            { id: 'won', label: t('whatif_won'), value: figure(found.won) },
            { id: 'worth', label: t('whatif_worthEach'), value: wholeAmount(expectedPerCustomer, currency) },
            { id: 'keep', label: t('whatif_keepBrings'), value: wholeAmount(found.keepBrings, currency) },
            { id: 'win', label: t('whatif_winBrings'), value: wholeAmount(found.winBrings, currency) },
          ]}
        />
      )}
    </Question>
  );
}

/** What do complaints cost? */
export function Complaints({ basis, assumptions, onTry }: AnswerProps) {
  const [count, setCount] = useState<number | null>(null);
  const [leaving, setLeaving] = useState(0.3);
  const complaints = count ?? basis.complaints;
  const { currency, expectedPerCustomer } = basis;
  const found = costOfComplaints(
    { complaints, shareDefecting: leaving, valuePerCustomer: expectedPerCustomer },
    assumptions,
  );
  return (
    <Question
      title={t('whatif_complaints')}
      answer={wholeAmount(found.cost, currency)}
      sentence={t('whatif_complaintsSays', {
        LOST: figure(found.lost),
        PEOPLE: countText(Math.round(found.influenced)),
      })}
      formula={t('whatif_complaintsFormula')}
    >
      <Slider
        label={t('whatif_complaintsCount')}
        min={0}
        max={Math.max(50, basis.complaints * 3)}
        step={1}
        value={complaints}
        text={countText(complaints)}
        hint={t('whatif_complaintsReal', { COUNT: countText(basis.complaints) })}
        onChange={setCount}
      />
      <Slider
        label={t('whatif_leaving')}
        min={0}
        max={1}
        step={0.05}
        value={leaving}
        text={percent(leaving)}
        hint={t('whatif_leavingHint')}
        onChange={setLeaving}
      />
      <Slider
        label={t('whatif_people')}
        min={0}
        max={100}
        step={1}
        value={assumptions.peopleInfluenced}
        text={figure(assumptions.peopleInfluenced)}
        onChange={(peopleInfluenced) => onTry({ peopleInfluenced })}
      />
      <Sum
        lines={[
          { id: 'lost', label: t('whatif_lost'), value: figure(found.lost) },
          { id: 'worth', label: t('whatif_worthEach'), value: wholeAmount(expectedPerCustomer, currency) },
          { id: 'cost', label: t('whatif_costs'), value: wholeAmount(found.cost, currency), look: 'total' },
        ]}
      />
    </Question>
  );
}
