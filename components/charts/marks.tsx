import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ChartProps, Group, Mark, Series } from './types';

/** A mark with where it stands. */
export interface Placed {
  group: Group;
  series: Series;
  mark: Mark;
}

export const placedMarks = ({ series, groups }: Pick<ChartProps, 'series' | 'groups'>): Placed[] =>
  groups.flatMap((group) =>
    group.marks.flatMap((mark) => {
      const own = series.find(({ id }) => id === mark.series);
      return own ? [{ group, series: own, mark }] : [];
    }),
  );

/** What a mark says: "2024, repeat: $3,200". */
export const wordsOf = ({ group, series, mark }: Placed): string =>
  `${group.label} · ${series.name}: ${mark.text}`;

interface WalkProps {
  label: string;
  marks: readonly Placed[];
  width: number;
  height: number;
  /** What stands behind the marks: axes. */
  behind: ComponentChildren;
  /** Draws the mark; the walk gives it its name, its place among the stops and its keys. */
  draw: (placed: Placed, index: number) => ComponentChildren;
}

/**
 * The marks of a chart as one stop of the Tab key: arrows move between them, Enter opens the customers behind one. What the
 * pointer or the focus is on is read out in a line above, in words.
 */
export function Walk({ label, marks, width, height, behind, draw }: WalkProps) {
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState<number | null>(null);
  const root = useRef<SVGSVGElement>(null);
  const current = shown === null ? undefined : marks[shown];
  const go = (index: number) => {
    const next = Math.max(0, Math.min(marks.length - 1, index));
    setAt(next);
    root.current?.querySelector<SVGElement>(`[data-mark="${next}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 };
    const target = { ...moves, Home: 0, End: marks.length - 1 }[event.key];
    if (target !== undefined) go(target);
    else if (event.key === 'Enter' || event.key === ' ') marks[at]?.mark.onOpen?.();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p class="chart-readout" aria-hidden="true">
        {current ? wordsOf(current) : '\u00a0'}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg
        ref={root}
        class="chart-svg"
        role="group"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setShown(null)}
      >
        {behind}
        {marks.map((placed, index) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: it has the role of a button, or of a picture that is only read
          <g
            key={`${placed.group.id}/${placed.series.id}`}
            role={placed.mark.onOpen ? 'button' : 'img'}
            class={placed.mark.onOpen ? 'chart-mark chart-open' : 'chart-mark'}
            data-mark={index}
            tabIndex={index === at ? 0 : -1}
            aria-label={wordsOf(placed)}
            onClick={() => {
              setAt(index);
              placed.mark.onOpen?.();
            }}
            onPointerEnter={() => setShown(index)}
            onFocus={() => {
              setAt(index);
              setShown(index);
            }}
            onBlur={() => setShown(null)}
          >
            {draw(placed, index)}
          </g>
        ))}
      </svg>
    </>
  );
}
