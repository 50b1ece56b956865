import { t } from '../../../utils/i18n';
import { countText } from '../../format';
import { amount, causeName, percent, shortAmount } from '../../ledger/words';
import { type MakeReport, money, number, word } from './report';

/** Customers who cost more than they bring, and what makes the loss. */
export const losingReport: MakeReport = ({ losing, currency, customers }, open) => {
  const opens = () => open({ lossMaking: true }, t('report_losing'));
  return {
    id: 'losing',
    lead: [
      losing.customers > 0
        ? t('report_losingLead', {
            COUNT: countText(losing.customers),
            OF: countText(customers),
            SHARE: percent(losing.share, 1),
            MINOR: amount(Math.abs(losing.minor), currency),
          })
        : t('report_losingNone'),
    ],
    tick: (value) => shortAmount(value, currency),
    chart:
      losing.causes.length === 0
        ? null
        : {
            kind: 'bars',
            layout: 'stack',
            series: [{ id: 'cost', name: t('report_costs'), tone: 'bad' }],
            groups: losing.causes.map(({ kind, minor }) => ({
              id: kind,
              label: causeName(kind),
              marks: [{ series: 'cost', value: minor, text: amount(minor, currency), onOpen: opens }],
            })),
          },
    table: {
      columns: [t('report_cause'), t('dash_customers'), t('report_costs')],
      rows: losing.causes.map(({ kind, minor, customers: hit }) => ({
        id: kind,
        cells: [
          word(causeName(kind), opens),
          number(hit, countText(hit)),
          money(minor, currency, amount(minor, currency)),
        ],
      })),
    },
  };
};
