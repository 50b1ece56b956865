import { useState } from 'preact/hooks';
import type { Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import type { Insight } from '../../../utils/value/insight-types';
import { costOfLosing } from '../../../utils/value/what-if';
import { Sum } from '../../ledger/Sum';
import { figure, toMajor, toMinor, wholeAmount } from '../../ledger/words';
import { CustomerSearch, type Suggestion } from '../../search/CustomerSearch';
import { Question } from './answers';
import { Slider } from './Slider';

export interface LosingProps {
  /** null: nobody is chosen yet. */
  customer: Customer | null;
  /** null: no ledger, or not read. */
  insight: Insight | null;
  currency: string;
  /** Absent where the customer is given, as in their record. */
  search?: { query: string; found: readonly Suggestion[]; onQuery: (query: string) => void };
  onChoose?: (customerId: string) => void;
}

/** What would losing this one cost? Each part can be put at another figure. */
export function Losing({ customer, insight, currency, search, onChoose }: LosingProps) {
  const [replacement, setReplacement] = useState<number | null>(null);
  const [leaves, setLeaves] = useState(1);
  const code = insight?.currency ?? currency;
  const given = insight?.losing;
  const replace = replacement === null ? (given?.replacement ?? 0) : toMinor(replacement, code);
  const found =
    given &&
    costOfLosing({
      expectedValue: given.expected,
      expectedReferralValue: given.referral * leaves,
      acquisitionCost: replace,
    });
  const top = Math.max(
    100,
    Math.round(toMajor((given?.replacement ?? 0) * 4 + (given?.expected ?? 0), code)),
  );
  return (
    <Question
      title={customer ? t('whatif_losing', { NAME: customer.name.slice(0, 60) }) : t('whatif_losingWho')}
      answer={found ? wholeAmount(found.total, code) : '–'}
      sentence={found ? t('whatif_losingSays') : customer ? t('whatif_losingNone') : ''}
      formula={t('why_losingFormula')}
    >
      {search && (
        <CustomerSearch
          query={search.query}
          onQuery={search.onQuery}
          suggestions={search.found}
          hint={t('whatif_losingSearch')}
          onChoose={(id) => onChoose?.(id)}
        />
      )}
      {found && given && (
        <>
          <Slider
            label={t('whatif_replacement')}
            min={0}
            max={top}
            step={Math.max(1, Math.round(top / 100))}
            value={toMajor(replace, code)}
            text={wholeAmount(replace, code)}
            onChange={setReplacement}
          />
          <Slider
            label={t('whatif_referralsLeave')}
            min={0}
            max={1}
            step={0.05}
            value={leaves}
            text={`${figure(leaves * 100, 0)} %`}
            onChange={setLeaves}
          />
          <Sum
            lines={[
              { id: 'expected', label: t('why_losingExpected'), value: wholeAmount(found.expected, code) },
              { id: 'referral', label: t('why_losingReferral'), value: wholeAmount(found.referral, code) },
              {
                id: 'replacement',
                label: t('why_losingReplace'),
                value: wholeAmount(found.replacement, code),
              },
              { id: 'total', label: t('why_losing'), value: wholeAmount(found.total, code), look: 'total' },
            ]}
          />
        </>
      )}
    </Question>
  );
}
