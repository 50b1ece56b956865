import { useEffect } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { WhyIndex } from '../ledger/explain';
import { Ledger } from '../ledger/Ledger';
import { Ratings } from '../ledger/Ratings';
import { Referrals } from '../ledger/Referrals';
import { figure } from '../ledger/words';
import { YearTable } from '../ledger/Years';
import type { CardProps } from './props';
import { worthPropsOf } from './worth-props';

/** Everything behind the figures: the ledger, the years, who referred whom, the value index and its ratings. */
export function WorthTab(props: CardProps) {
  const { card, actions, readOnly, referrer } = props;
  const { insight, customer } = card;
  const worth = worthPropsOf(props);
  useEffect(() => actions.wantWorth(), [actions, customer.id]);
  return (
    <div class="details">
      <div class="group">
        <Ledger {...worth} />
      </div>
      {insight && insight.years.length > 0 && (
        <section class="group" aria-label={t('worth_byYear')}>
          <h2>{t('worth_byYear')}</h2>
          <YearTable years={insight.years} currency={insight.currency} />
        </section>
      )}
      <div class="group">
        <Referrals {...worth} search={{ ...referrer, onQuery: actions.search }} />
      </div>
      <section class="group" aria-label={t('index')}>
        <h2>
          {t('index')}
          {insight?.index != null && `: ${figure(insight.index, 0)}`}
        </h2>
        {insight ? <WhyIndex insight={insight} /> : <p class="faint">{t('index_none')}</p>}
        {!readOnly && <Ratings customer={customer} onEdit={actions.edit} />}
      </section>
    </div>
  );
}
