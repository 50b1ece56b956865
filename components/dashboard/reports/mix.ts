import { t } from '../../../utils/i18n';
import { SALE_CLASSES, type SaleClass } from '../../../utils/value/ledger';
import type { Tone } from '../../charts/types';
import { amount, className, percent, shortAmount } from '../../ledger/words';
import { type Cell, type MakeReport, money, word } from './report';

/** How sales come about: first purchases, repeats, more to the same, other things, by referral. */
export const mixReport: MakeReport = ({ mix, currency }, open) => {
  const years = [...new Set(mix.map(({ year }) => year))].sort((a, b) => a - b);
  const salesOf = (year: number, one: SaleClass) =>
    mix.find((part) => part.year === year && part.class === one)?.sales ?? 0;
  const opens = (year: number, one: SaleClass) => () =>
    open({ year, class: one }, t('report_mixOf', { YEAR: year, CLASS: className(one) }));
  const all = mix.reduce((sum, { sales }) => sum + sales, 0);
  const first = mix.filter((part) => part.class === 'first').reduce((sum, { sales }) => sum + sales, 0);
  return {
    id: 'mix',
    lead: [all > 0 ? t('report_mixLead', { SHARE: percent(1 - first / all) }) : t('report_none')],
    tick: (value) => shortAmount(value, currency),
    chart:
      years.length === 0
        ? null
        : {
            kind: 'bars',
            layout: 'stack',
            series: SALE_CLASSES.map((one, at) => ({
              id: one,
              name: className(one),
              tone: (at + 1) as Tone,
            })),
            groups: years.map((year) => ({
              id: String(year),
              label: String(year),
              marks: SALE_CLASSES.filter((one) => salesOf(year, one) !== 0).map((one) => ({
                series: one,
                value: salesOf(year, one),
                text: amount(salesOf(year, one), currency),
                onOpen: opens(year, one),
              })),
            })),
          },
    table: {
      columns: [t('worth_year'), ...SALE_CLASSES.map(className), t('worth_sum')],
      rows: years.map((year) => ({
        id: String(year),
        cells: [
          { text: String(year), raw: year, onOpen: () => open({ year }, t('report_yearOf', { YEAR: year })) },
          ...SALE_CLASSES.map((one): Cell => {
            const sales = salesOf(year, one);
            return sales === 0
              ? word('–')
              : { ...money(sales, currency, amount(sales, currency)), onOpen: opens(year, one) };
          }),
          sumCell(
            SALE_CLASSES.reduce((sum, one) => sum + salesOf(year, one), 0),
            currency,
          ),
        ],
      })),
    },
  };
};

const sumCell = (sum: number, currency: string): Cell => money(sum, currency, amount(sum, currency));
