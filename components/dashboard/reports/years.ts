import { t } from '../../../utils/i18n';
import { countText } from '../../format';
import { amount, shortAmount } from '../../ledger/words';
import { type MakeReport, money, number } from './report';

/** Net value year by year, and what it comes to a customer. */
export const yearsReport: MakeReport = ({ years, currency }, open) => {
  const opens = (year: number) => () => open({ year }, t('report_yearOf', { YEAR: year }));
  const best = years.reduce((top, one) => (one.net > (top?.net ?? -Infinity) ? one : top), years[0]);
  return {
    id: 'years',
    lead: best
      ? [t('report_yearsLead', { YEAR: best.year, NET: amount(best.net, currency) })]
      : [t('report_none')],
    tick: (value) => shortAmount(value, currency),
    chart:
      years.length === 0
        ? null
        : {
            kind: 'bars',
            layout: 'stack',
            series: [{ id: 'net', name: t('worth_net'), tone: 1 }],
            groups: years.map(({ year, net }) => ({
              id: String(year),
              label: String(year),
              marks: [{ series: 'net', value: net, text: amount(net, currency), onOpen: opens(year) }],
            })),
          },
    table: {
      columns: [
        t('worth_year'),
        t('dash_customers'),
        t('report_sales'),
        t('worth_net'),
        t('report_perCustomer'),
      ],
      rows: years.map(({ year, customers, sales, net, perCustomer }) => ({
        id: String(year),
        cells: [
          { text: String(year), raw: year, onOpen: opens(year) },
          number(customers, countText(customers)),
          money(sales, currency, amount(sales, currency)),
          money(net, currency, amount(net, currency)),
          money(perCustomer, currency, amount(perCustomer, currency)),
        ],
      })),
    },
  };
};
