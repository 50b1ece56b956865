import type { ComponentChildren } from 'preact';
import type { Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import type { Insight } from '../../../utils/value/insight-types';
import { BarChart } from '../../charts/BarChart';
import { WhyIndex, WhyLoss, WhyNet, WhyNext, WhyReferred } from '../../ledger/explain';
import { Ledger } from '../../ledger/Ledger';
import type { ReferrerSearch, WorthProps } from '../../ledger/props';
import { Ratings } from '../../ledger/Ratings';
import { Referrals } from '../../ledger/Referrals';
import { amount, figure, shortAmount } from '../../ledger/words';
import { YearTable } from '../../ledger/Years';
import { Losing } from '../whatif/Losing';

export interface RecordWorthProps extends WorthProps {
  search: ReferrerSearch;
  onEdit: (patch: Pick<Customer, 'ratings'>) => void;
}

/** What a customer is worth, at the width of the record: figures with their reasons, years, ledger, referrals, index, what-if. */
export function RecordWorth(props: RecordWorthProps) {
  const { insight, customer, details, readOnly, onEdit, currency } = props;
  return (
    <div class="record-worth">
      {insight && <Figures {...props} insight={insight} />}
      <Ledger {...props} />
      {insight && insight.years.length > 0 && <Years insight={insight} />}
      <Referrals {...props} />
      <section aria-label={t('index')}>
        <h4 class="record-sub">
          {t('index')}
          {insight?.index != null && `: ${figure(insight.index, 0)}`}
        </h4>
        {insight ? <WhyIndex insight={insight} /> : <p class="faint">{t('index_none')}</p>}
        {!readOnly && <Ratings customer={customer} onEdit={onEdit} />}
      </section>
      {insight && details && <Losing customer={customer} insight={insight} currency={currency} />}
    </div>
  );
}

/** The three figures, each with its reasons a click away. */
function Figures({ insight, details }: RecordWorthProps & { insight: Insight }) {
  const { currency, net, outlook, referred, referrals, loss } = insight;
  return (
    <div class="record-figures">
      <Why name={t('short_valueToDate')} value={amount(net, currency)}>
        <WhyNet insight={insight} details={details} />
      </Why>
      <Why name={t('field_valueNext12')} value={outlook ? amount(outlook.value, currency) : '–'}>
        <WhyNext insight={insight} details={details} />
      </Why>
      {referrals > 0 && (
        <Why name={t('field_valueReferred')} value={amount(referred, currency)}>
          <WhyReferred insight={insight} details={details} />
        </Why>
      )}
      {loss && (
        <Why name={t('worth_lossTitle')} value={amount(loss.net, currency)} bad>
          <WhyLoss insight={insight} />
        </Why>
      )}
    </div>
  );
}

interface WhyBoxProps {
  name: string;
  value: string;
  bad?: boolean;
  children: ComponentChildren;
}

const Why = ({ name, value, bad, children }: WhyBoxProps) => (
  <details class="record-why">
    <summary>
      <span class="figure-label">{name}</span>
      <b class={bad ? 'figure-minus' : undefined}>{value}</b>
    </summary>
    <div class="record-because">{children}</div>
  </details>
);

function Years({ insight: { years, currency } }: { insight: Insight }) {
  return (
    <section aria-label={t('worth_byYear')}>
      <h4 class="record-sub">{t('worth_byYear')}</h4>
      <p class="legend" aria-hidden="true">
        <span class="legend-one tone-1">{t('worth_own')}</span>
        <span class="legend-one tone-2">{t('worth_referred')}</span>
      </p>
      <BarChart
        label={t('worth_byYear')}
        tick={(value) => shortAmount(value, currency)}
        series={[
          { id: 'own', name: t('worth_own'), tone: 1 },
          { id: 'referred', name: t('worth_referred'), tone: 2 },
        ]}
        groups={years.map(({ year, own, referred }) => ({
          id: String(year),
          label: String(year),
          marks: [
            { series: 'own', value: own, text: amount(own, currency) },
            { series: 'referred', value: referred, text: amount(referred, currency) },
          ],
        }))}
      />
      <YearTable years={years} currency={currency} />
    </section>
  );
}
