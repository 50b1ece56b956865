import { scaleBand, scaleLinear } from 'd3-scale';
import { stack, stackOffsetDiverging } from 'd3-shape';
import { useRef } from 'preact/hooks';
import { MARGIN, XAxis, YAxis } from './axes';
import { placedMarks, Walk } from './marks';
import type { ChartProps, Group } from './types';
import { useWidth } from './use-width';

const HEIGHT = 240;
/** A value that is not zero is never quite invisible. */
const LEAST = 1.5;

export interface BarChartProps extends ChartProps {
  /** `stack`: the marks of a group on top of each other, losses below the line. `beside`: next to each other. */
  layout?: 'stack' | 'beside';
}

/** Bars over words: years, tiers, steps. */
export function BarChart(props: BarChartProps) {
  const { groups, layout = 'stack', tick, label } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const spans = layout === 'stack' ? stacked(props) : beside(props);
  const ends = [...spans.values()].flat();
  const y = scaleLinear()
    .domain([Math.min(0, ...ends), Math.max(0, ...ends) || 1])
    .nice(5)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const x = scaleBand(
    groups.map(({ id }) => id),
    [MARGIN.left, width - MARGIN.right],
  ).padding(0.28);
  const bandWidth = Math.min(72, x.bandwidth());
  const left = (id: string) => (x(id) ?? 0) + (x.bandwidth() - bandWidth) / 2;
  const slots = layout === 'stack' ? 1 : Math.max(1, props.series.length);
  return (
    <div ref={box} class="chart">
      <Walk
        label={label}
        marks={placedMarks(props)}
        width={width}
        height={HEIGHT}
        behind={
          <>
            <YAxis y={y} width={width} tick={tick} />
            <XAxis
              height={HEIGHT}
              labels={groups.map((group) => ({ text: group.label, at: left(group.id) + bandWidth / 2 }))}
            />
          </>
        }
        draw={({ group, series, mark }) => {
          const [low, high] = spans.get(`${group.id}/${series.id}`) ?? [0, 0];
          const slot = slots === 1 ? 0 : props.series.indexOf(series);
          const top = y(Math.max(low, high));
          const tall = Math.abs(y(low) - y(high));
          return (
            <rect
              class={`tone-${mark.value < 0 ? 'bad' : series.tone}`}
              x={left(group.id) + (slot * bandWidth) / slots}
              width={Math.max(1, bandWidth / slots - (slots > 1 ? 2 : 0))}
              y={top}
              height={mark.value === 0 ? 0 : Math.max(LEAST, tall)}
              rx={2}
            />
          );
        }}
      />
    </div>
  );
}

type Spans = Map<string, [number, number]>;

/** From where to where each mark reaches, by `group/series`. */
function stacked({ series, groups }: BarChartProps): Spans {
  const layers = stack<unknown, Group, string>()
    .keys(series.map(({ id }) => id))
    .value((group, key) => group.marks.find((mark) => mark.series === key)?.value ?? 0)
    .offset(stackOffsetDiverging)(groups as Group[]);
  return new Map(
    layers.flatMap((layer) =>
      layer.map((span): [string, [number, number]] => [`${span.data.id}/${layer.key}`, [span[0], span[1]]]),
    ),
  );
}

const beside = ({ groups }: BarChartProps): Spans =>
  new Map(
    groups.flatMap((group) =>
      group.marks.map((mark): [string, [number, number]] => [`${group.id}/${mark.series}`, [0, mark.value]]),
    ),
  );
