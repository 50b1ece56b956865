import { t } from '../../../utils/i18n';
import { LOYALTIES, type Loyalty } from '../../../utils/value/insight-types';
import { countText } from '../../format';
import { amount, loyaltyName, percent } from '../../ledger/words';
import { type MakeReport, money, number, word } from './report';

/** From one purchase to many: how many came back, and how many of those stay. */
export const conversionReport: MakeReport = ({ conversion, currency }, open) => {
  const of = (loyalty: Loyalty) =>
    conversion.find((one) => one.loyalty === loyalty) ?? { loyalty, customers: 0, net: 0 };
  const all = LOYALTIES.reduce((sum, one) => sum + of(one).customers, 0);
  const again = of('repeat').customers + of('loyal').customers;
  const opens = (loyalty: Loyalty) => () => open({ loyalty }, loyaltyName(loyalty));
  return {
    id: 'conversion',
    lead:
      all > 0
        ? [
            t('report_conversionLead', {
              AGAIN: countText(again),
              ALL: countText(all),
              SHARE: percent(again / all),
              LOYAL: countText(of('loyal').customers),
              LOYALSHARE: percent(again > 0 ? of('loyal').customers / again : 0),
            }),
          ]
        : [t('report_none')],
    tick: countText,
    chart:
      all === 0
        ? null
        : {
            kind: 'bars',
            layout: 'stack',
            series: [{ id: 'customers', name: t('dash_customers'), tone: 1 }],
            groups: LOYALTIES.map((loyalty) => ({
              id: loyalty,
              label: loyaltyName(loyalty),
              marks: [
                {
                  series: 'customers',
                  value: of(loyalty).customers,
                  text: `${countText(of(loyalty).customers)} (${percent(of(loyalty).customers / all, 1)})`,
                  onOpen: opens(loyalty),
                },
              ],
            })),
          },
    table: {
      columns: [t('report_loyalty'), t('dash_customers'), t('report_shareCustomers'), t('worth_net')],
      rows: LOYALTIES.map((loyalty) => ({
        id: loyalty,
        cells: [
          word(loyaltyName(loyalty), opens(loyalty)),
          number(of(loyalty).customers, countText(of(loyalty).customers)),
          number(
            all > 0 ? of(loyalty).customers / all : 0,
            percent(all > 0 ? of(loyalty).customers / all : 0, 1),
          ),
          money(of(loyalty).net, currency, amount(of(loyalty).net, currency)),
        ],
      })),
    },
  };
};
