import type { EntryKind } from '../value/ledger';

/** How the sample customers buy: from when to when (days ago), how often, and what; costs besides. Their sum is the value to date that the customer's row says. */
export interface SampleBuying {
  from: number;
  to: number;
  /** Days between purchases, and how far they stray from it (0 as a clock, 1 at random). */
  every: number;
  stray: number;
  /** Each purchase over the one before. */
  growth: number;
  /** Product and category, bought in turn. */
  goods: Array<[product: string, category: string]>;
  costs: Array<[ago: number, kind: Exclude<EntryKind, 'sale'>, units: number]>;
}

const buying = (
  [from, to, every, stray, growth]: [number, number, number, number, number],
  goods: SampleBuying['goods'],
  costs: SampleBuying['costs'] = [],
): SampleBuying => ({ from, to, every, stray, growth, goods, costs });

export const BUYING: Readonly<Record<string, SampleBuying>> = {
  恒信物流有限公司: buying(
    [1_460, 24, 46, 0.2, 1.01],
    [
      ['瓦楞箱 3 层', '纸箱'],
      ['瓦楞箱 5 层', '纸箱'],
      ['封箱胶带', '耗材'],
    ],
    [
      [1_470, 'acquisition', 12_000],
      [700, 'service', 9_600],
      [330, 'refund', 4_200],
    ],
  ),
  云岭茶业: buying(
    [980, 9, 61, 0.5, 1],
    [
      ['茶叶礼盒', '礼盒'],
      ['瓦楞箱 3 层', '纸箱'],
      ['封箱胶带', '耗材'],
    ],
    [[990, 'acquisition', 6_000]],
  ),
  // bought like a clock, and has been silent for months
  江南瓷业: buying(
    [1_800, 212, 30, 0.05, 1],
    [
      ['瓦楞箱 5 层', '纸箱'],
      ['蜂窝纸板', '缓冲'],
      ['封箱胶带', '耗材'],
    ],
    [
      [1_810, 'acquisition', 20_000],
      [900, 'service', 18_000],
    ],
  ),
  金穗粮油股份有限公司: buying([860, 240, 95, 0.6, 0.93], [['编织袋', '袋']], [[500, 'bad-debt', 38_000]]),
  海燕咖啡: buying(
    [1_100, 18, 35, 0.3, 1.02],
    [
      ['咖啡杯', '杯'],
      ['杯套', '杯'],
      ['外带提袋', '袋'],
    ],
    [[1_110, 'acquisition', 26_000]],
  ),
  兰亭文创: buying(
    [420, 14, 70, 0.4, 1.05],
    [
      ['茶叶礼盒', '礼盒'],
      ['封箱胶带', '耗材'],
    ],
  ),
  'Brightwater Foods': buying(
    [1_500, 11, 31, 0.15, 1.005],
    [
      ['Corrugated tray', 'boxes'],
      ['Gift box', 'boxes'],
      ['Packing tape', 'supplies'],
    ],
    [
      [1_510, 'acquisition', 4_500],
      [800, 'service', 6_300],
      [420, 'service', 6_300],
    ],
  ),
  Fjordlys: buying(
    [1_300, 41, 58, 0.4, 0.99],
    [
      ['Gift box', 'boxes'],
      ['Tissue paper', 'supplies'],
    ],
    [[1_310, 'acquisition', 9_000]],
  ),
  'Atelier Dubois': buying(
    [900, 38, 64, 0.5, 1.01],
    [
      ['Gift box', 'boxes'],
      ['Ribbon', 'supplies'],
    ],
  ),
  'Saffron Lane': buying(
    [520, 12, 41, 0.3, 1.04],
    [
      ['Corrugated tray', 'boxes'],
      ['Packing tape', 'supplies'],
    ],
    [[530, 'acquisition', 1_200]],
  ),
  'Sofia Marques': buying([300, 21, 140, 0.2, 1], [['Gift box', 'boxes']]),
  // buys more every time, and yet a smaller part of what they need
  'Tamarack Toys': buying(
    [1_200, 16, 38, 0.2, 1.03],
    [
      ['Corrugated tray', 'boxes'],
      ['Packing tape', 'supplies'],
    ],
    [[1_210, 'acquisition', 3_800]],
  ),
  // costs more than they bring
  'Rosa Jiménez': buying(
    [400, 150, 120, 0.3, 1],
    [['Ribbon', 'supplies']],
    [
      [250, 'refund', 180],
      [200, 'service', 260],
      [120, 'dispute', 420],
    ],
  ),
};

/** What one unit of each currency was worth in US dollars at the start of these years before this one: made up, near enough. */
export const SAMPLE_RATES: Readonly<Record<string, number[]>> = {
  CNY: [0.141, 0.139, 0.142, 0.145, 0.157, 0.154],
  GBP: [1.27, 1.25, 1.21, 1.35, 1.36, 1.31],
  EUR: [1.04, 1.1, 1.07, 1.13, 1.22, 1.12],
  NOK: [0.088, 0.097, 0.1, 0.113, 0.117, 0.114],
  TWD: [0.0305, 0.0326, 0.0325, 0.0361, 0.0356, 0.0333],
};
