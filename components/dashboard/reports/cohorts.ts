import { t } from '../../../utils/i18n';
import type { CohortTotal } from '../../../utils/value/portfolio-types';
import type { Tone } from '../../charts/types';
import { countText } from '../../format';
import { amount, shortAmount } from '../../ledger/words';
import { type Cell, type MakeReport, number } from './report';

/** Lines that can be told apart; older cohorts are in the table. */
const DRAWN = 5;

/** Net value a customer by the year of the first purchase and the years since: it should grow. */
export const cohortsReport: MakeReport = ({ cohorts, currency }, open) => {
  const drawn = cohorts.slice(-DRAWN);
  const ages = agesOf(cohorts);
  const drawnAges = agesOf(drawn);
  const opens = (cohort: number, age?: number) => () =>
    age === undefined
      ? open({ cohort }, t('report_cohortOf', { YEAR: cohort }))
      : open({ cohort, year: cohort + age }, t('report_cohortIn', { YEAR: cohort, IN: cohort + age }));
  const most = Math.max(1, ...cohorts.flatMap((one) => ages.map((age) => perCustomer(one, age) ?? 0)));
  const cellOf = (one: CohortTotal, age: number): Cell => {
    const value = perCustomer(one, age);
    if (value === null) return { text: '', raw: '' };
    return {
      text: shortAmount(value, currency),
      raw: value,
      heat: Math.max(0, value / most),
      onOpen: opens(one.cohort, age),
    };
  };
  return {
    id: 'cohorts',
    lead: [
      t(cohorts.length === 0 ? 'report_none' : 'report_cohortsLead'),
      ...(cohorts.length > DRAWN ? [t('report_cohortsDrawn', { COUNT: DRAWN })] : []),
    ],
    tick: (value) => shortAmount(value, currency),
    chart:
      cohorts.length === 0
        ? null
        : {
            kind: 'line',
            series: drawn.map(({ cohort }, at) => ({
              id: String(cohort),
              name: t('report_cohortOf', { YEAR: cohort }),
              tone: ((at % 5) + 1) as Tone,
            })),
            at: Number,
            ticks: drawnAges.map((age) => ({ text: t('report_age', { AGE: age + 1 }), at: age })),
            groups: drawnAges.map((age) => ({
              id: String(age),
              label: t('report_age', { AGE: age + 1 }),
              marks: drawn.flatMap((one) => {
                const value = perCustomer(one, age);
                if (value === null) return [];
                const text = amount(value, currency);
                return [{ series: String(one.cohort), value, text, onOpen: opens(one.cohort, age) }];
              }),
            })),
          },
    table: {
      columns: [
        t('report_cohort'),
        t('dash_customers'),
        ...ages.map((age) => t('report_age', { AGE: age + 1 })),
      ],
      rows: cohorts.map((one) => ({
        id: String(one.cohort),
        cells: [
          { text: String(one.cohort), raw: one.cohort, onOpen: opens(one.cohort) },
          number(one.customers, countText(one.customers)),
          ...ages.map((age) => cellOf(one, age)),
        ],
      })),
    },
  };
};

/** Years since the first purchase, as far as the oldest of these has come. */
function agesOf(cohorts: readonly CohortTotal[]): number[] {
  const oldest = Math.max(0, ...cohorts.map(({ cohort, years }) => (years.at(-1)?.year ?? cohort) - cohort));
  return Array.from({ length: oldest + 1 }, (_, age) => age);
}

/** Of all who began in that year, also those who no longer buy; null: that year is not there yet. */
function perCustomer({ cohort, customers, years }: CohortTotal, age: number): number | null {
  const last = years.at(-1)?.year ?? cohort;
  if (cohort + age > last) return null;
  const net = years.find(({ year }) => year === cohort + age)?.net ?? 0;
  return customers > 0 ? Math.round(net / customers) : 0;
}
