import { t } from '../../../utils/i18n';
import type { InsightFilter, Portfolio } from '../../../utils/value/portfolio-types';
import type { LineChartProps } from '../../charts/LineChart';
import type { Group, Series } from '../../charts/types';
import { toMajor } from '../../ledger/words';

/** The reports, in the order of their menu. */
export const REPORTS = ['whale', 'tiers', 'years', 'cohorts', 'mix', 'conversion', 'losing'] as const;
export type ReportId = (typeof REPORTS)[number];

/** A cell as the reader sees it, and as a file has it. */
export interface Cell {
  text: string;
  raw: string | number;
  /** 0–1, for a table that is coloured by it. */
  heat?: number;
  onOpen?: (() => void) | undefined;
}

export interface Table {
  columns: readonly string[];
  /** The first cell of each names the line. */
  rows: ReadonlyArray<{ id: string; cells: readonly Cell[] }>;
}

export type Chart =
  | { kind: 'bars'; layout: 'stack' | 'beside'; series: readonly Series[]; groups: readonly Group[] }
  | ({ kind: 'line'; series: readonly Series[]; groups: readonly Group[] } & Pick<
      LineChartProps,
      'at' | 'ticks' | 'level' | 'filled'
    >);

/** One report, ready to draw: what it says in a sentence or two, the drawing, and the same in figures. */
export interface Report {
  id: ReportId;
  lead: readonly string[];
  /** null: there is too little to draw, and `lead` says so. */
  chart: Chart | null;
  tick: (value: number) => string;
  table: Table;
}

/** Goes to the customers behind a point, under the name that the list then has. */
export type OpenBehind = (filter: InsightFilter, name: string) => void;
export type MakeReport = (portfolio: Portfolio, open: OpenBehind) => Report;

/** Cells of a table. */
export const word = (text: string, onOpen?: () => void): Cell => ({ text, raw: text, onOpen });
export const number = (raw: number, text: string): Cell => ({ raw, text });
export const money = (minor: number, currency: string, text: string): Cell => ({
  raw: toMajor(minor, currency),
  text,
});

export const reportName = (id: ReportId): string => t(`report_${id}`);
