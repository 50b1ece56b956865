/** What a chart draws, already in words: a chart knows nothing of customers or money. */

/** One of the categorical colours (tokens `--series-1` …); `bad` for what is a loss. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 'bad';

export interface Series {
  id: string;
  name: string;
  tone: Tone;
}

/** A mark of a chart: a segment of a bar or a point of a line. */
export interface Mark {
  /** Of its series. */
  series: string;
  value: number;
  /** The value as the reader sees it. */
  text: string;
  /** Goes to the customers behind it; absent where there are none to show. */
  onOpen?: () => void;
}

/** The marks that stand above one place of the x axis. */
export interface Group {
  id: string;
  label: string;
  marks: readonly Mark[];
}

export interface ChartProps {
  /** Said to screen readers as the name of the group of marks. */
  label: string;
  series: readonly Series[];
  groups: readonly Group[];
  /** A figure of the y axis as the reader sees it. */
  tick: (value: number) => string;
}
