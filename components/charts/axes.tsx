import type { ScaleLinear } from 'd3-scale';

export const MARGIN = { top: 8, right: 8, bottom: 24, left: 56 } as const;

/** Lines across at the figures of the y axis; the one at zero is stronger. */
export function YAxis(props: {
  y: ScaleLinear<number, number>;
  width: number;
  tick: (value: number) => string;
}) {
  const { y, width, tick } = props;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing of an axis takes the focus
    <g aria-hidden="true">
      {y.ticks(5).map((value) => (
        <g key={value} transform={`translate(0,${y(value)})`}>
          <line
            class={value === 0 ? 'chart-zero' : 'chart-line'}
            x1={MARGIN.left}
            x2={width - MARGIN.right}
          />
          <text class="chart-tick" x={MARGIN.left - 6} dy="0.32em" text-anchor="end">
            {tick(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The words below; of many, so many are left out that those that stay do not touch. */
export function XAxis({ labels, height }: { labels: Array<{ text: string; at: number }>; height: number }) {
  const room =
    labels.length > 1 ? ((labels.at(-1)?.at ?? 0) - (labels[0]?.at ?? 0)) / (labels.length - 1) : 200;
  const longest = Math.max(1, ...labels.map(({ text }) => widthOf(text)));
  const every = Math.max(1, Math.ceil((longest + 8) / Math.max(1, room)));
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing of an axis takes the focus
    <g aria-hidden="true">
      {labels.map(({ text, at }, index) =>
        index % every === 0 ? (
          <text key={text} class="chart-tick" x={at} y={height - 6} text-anchor="middle">
            {text}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** About as wide as the words are drawn, in px. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 11 : 6.2), 0);
