import { t } from '../../../utils/i18n';
import type { TierTotal } from '../../../utils/value/portfolio-types';
import { countText } from '../../format';
import { amount, figure, percent } from '../../ledger/words';
import { tierName } from '../../terms';
import { type MakeReport, money, number, word } from './report';

/** Pareto by tier: what part of the customers brings what part of the profit. */
export const tiersReport: MakeReport = ({ tiers, currency, customers, gini, topFifth }, open) => {
  const profit = tiers.reduce((sum, { annual }) => sum + annual, 0);
  const shareOf = (annual: number) => (profit > 0 ? annual / profit : 0);
  const opens =
    ({ tier }: TierTotal) =>
    () =>
      open({ tier }, tierName(tier));
  const lead: string[] = [];
  if (topFifth !== null) lead.push(t('report_topFifth', { SHARE: percent(topFifth) }));
  if (gini !== null) lead.push(t('report_gini', { GINI: figure(gini, 2) }));
  return {
    id: 'tiers',
    lead,
    tick: (value) => percent(value),
    chart: {
      kind: 'bars',
      layout: 'beside',
      series: [
        { id: 'customers', name: t('report_shareCustomers'), tone: 3 },
        { id: 'profit', name: t('report_shareProfit'), tone: 1 },
      ],
      groups: tiers.map((total) => ({
        id: total.tier,
        label: tierName(total.tier),
        marks: [
          {
            series: 'customers',
            value: customers > 0 ? total.customers / customers : 0,
            text: `${percent(customers > 0 ? total.customers / customers : 0, 1)} (${countText(total.customers)})`,
            onOpen: opens(total),
          },
          {
            series: 'profit',
            value: shareOf(total.annual),
            text: `${percent(shareOf(total.annual), 1)} (${amount(total.annual, currency)})`,
            onOpen: opens(total),
          },
        ],
      })),
    },
    table: {
      columns: [
        t('field_tier'),
        t('dash_customers'),
        t('report_annual'),
        t('report_shareProfit'),
        t('worth_net'),
        t('report_next'),
        t('report_from'),
      ],
      rows: tiers.map((total) => ({
        id: total.tier,
        cells: [
          word(tierName(total.tier), opens(total)),
          number(total.customers, countText(total.customers)),
          money(total.annual, currency, amount(total.annual, currency)),
          number(shareOf(total.annual), percent(shareOf(total.annual), 1)),
          money(total.net, currency, amount(total.net, currency)),
          money(total.next, currency, amount(total.next, currency)),
          total.from === null ? word('–') : money(total.from, currency, amount(total.from, currency)),
        ],
      })),
    },
  };
};
