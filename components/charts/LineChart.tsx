import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import { useRef } from 'preact/hooks';
import { MARGIN, XAxis, YAxis } from './axes';
import { placedMarks, Walk } from './marks';
import type { ChartProps } from './types';
import { useWidth } from './use-width';

const HEIGHT = 260;

export interface LineChartProps extends ChartProps {
  /** Where a group stands on the x axis. */
  at: (groupId: string) => number;
  /** Words of the x axis, and where they stand. */
  ticks: ReadonlyArray<{ text: string; at: number }>;
  /** A line across with its name, such as 100 %. */
  level?: { value: number; text: string };
  /** The space below the line is filled. */
  filled?: boolean;
}

/** Lines over a measured axis. Every point is a mark, whether or not it is drawn large. */
export function LineChart(props: LineChartProps) {
  const { series, groups, at, ticks, level, filled, tick, label } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const values = groups.flatMap(({ marks }) => marks.map(({ value }) => value));
  const places = [...groups.map(({ id }) => at(id)), ...ticks.map((one) => one.at)];
  const x = scaleLinear()
    .domain([Math.min(...places), Math.max(...places)])
    .range([MARGIN.left + 6, width - MARGIN.right - 6]);
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(level?.value ?? 0, ...values)])
    .nice(5)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const pointsOf = (id: string): Array<[number, number]> =>
    groups.flatMap((group) =>
      group.marks
        .filter((mark) => mark.series === id)
        .map((mark): [number, number] => [x(at(group.id)), y(mark.value)]),
    );
  const marks = placedMarks(props);
  return (
    <div ref={box} class="chart">
      <Walk
        label={label}
        marks={marks}
        width={width}
        height={HEIGHT}
        behind={
          <>
            <YAxis y={y} width={width} tick={tick} />
            <XAxis height={HEIGHT} labels={ticks.map((one) => ({ text: one.text, at: x(one.at) }))} />
            {level && (
              <g transform={`translate(0,${y(level.value)})`}>
                <line class="chart-level" x1={MARGIN.left} x2={width - MARGIN.right} />
                <text class="chart-tick" x={MARGIN.left + 4} dy="-4">
                  {level.text}
                </text>
              </g>
            )}
            {series.map(({ id, tone }) => {
              const points = pointsOf(id);
              const fill = area<[number, number]>()
                .x(([px]) => px)
                .y0(y(0))
                .y1(([, py]) => py)
                .curve(curveMonotoneX);
              const stroke = line<[number, number]>().curve(curveMonotoneX);
              return (
                <g key={id}>
                  {filled && <path class={`chart-area tone-${tone}`} d={fill(points) ?? ''} />}
                  <path class={`chart-curve stroke-${tone}`} d={stroke(points) ?? ''} />
                </g>
              );
            })}
          </>
        }
        draw={({ group, series: own, mark }) => (
          <>
            <circle class="chart-reach" cx={x(at(group.id))} cy={y(mark.value)} r={9} />
            <circle
              class={`chart-point tone-${own.tone}`}
              cx={x(at(group.id))}
              cy={y(mark.value)}
              r={marks.length > 60 ? 2 : 3.5}
            />
          </>
        )}
      />
    </div>
  );
}
