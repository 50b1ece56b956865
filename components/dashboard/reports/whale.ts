import { t } from '../../../utils/i18n';
import type { Portfolio, WhalePoint } from '../../../utils/value/portfolio-types';
import { countText } from '../../format';
import { percent, wholeAmount } from '../../ledger/words';
import { type MakeReport, money, number, type OpenBehind, word } from './report';

/** Cumulative profit by rank: how far it rises above the whole, and what eats it again. */
export const whaleReport: MakeReport = (portfolio, open) => {
  const { whale, currency, customers } = portfolio;
  const none = { id: 'whale' as const, tick: (value: number) => percent(value) };
  if (!whale || whale.points.length === 0) {
    return { ...none, lead: [t('report_whaleNone')], chart: null, table: { columns: [], rows: [] } };
  }
  const { points } = whale;
  const start: WhalePoint = { customers: 0, profit: 0, share: 0, ranks: [0, 0] };
  return {
    ...none,
    lead: leadOf(portfolio),
    chart: {
      kind: 'line',
      filled: true,
      series: [{ id: 'profit', name: t('report_cumulative'), tone: 1 }],
      at: (id) => Number(id),
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => ({ text: percent(share), at: share * customers })),
      level: { value: 1, text: t('report_allProfit') },
      groups: [start, ...points].map((point) => ({
        id: String(point.customers),
        label: t('report_best', { COUNT: countText(point.customers) }),
        marks: [
          {
            series: 'profit',
            value: point.share,
            text: percent(point.share, 1),
            ...(point.customers > 0 && { onOpen: opens(point, open) }),
          },
        ],
      })),
    },
    table: {
      columns: [t('report_ranks'), t('report_cumulativeProfit'), t('report_cumulative')],
      rows: points.map((point) => ({
        id: String(point.customers),
        cells: [
          word(ranksText(point), opens(point, open)),
          money(point.profit, currency, wholeAmount(point.profit, currency)),
          number(point.share, percent(point.share, 1)),
        ],
      })),
    },
  };
};

const ranksText = ({ ranks: [from, to] }: WhalePoint): string =>
  from === to ? countText(from) : `${countText(from)}–${countText(to)}`;

const opens = (point: WhalePoint, open: OpenBehind) => () =>
  open({ ranks: point.ranks }, t('report_ranksOf', { RANKS: ranksText(point) }));

function leadOf({ whale, currency, topFifth, customers }: Portfolio): string[] {
  if (!whale) return [];
  const lead = [
    t('report_whaleLead', {
      PEAK: percent(whale.peak),
      AT: countText(whale.peakAt),
      OF: countText(customers),
      TOTAL: wholeAmount(whale.total, currency),
    }),
  ];
  if (topFifth !== null) lead.push(t('report_topFifth', { SHARE: percent(topFifth) }));
  if (whale.destroyed > 0.0005) lead.push(t('report_destroyed', { SHARE: percent(whale.destroyed, 1) }));
  else lead.push(t('report_nothingDestroyed'));
  return lead;
}
