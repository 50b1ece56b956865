import type { ComponentChildren } from 'preact';

export interface SumLine {
  id: string;
  label: ComponentChildren;
  value: string;
  /** `total`: what the lines above come to. */
  look?: 'total' | 'soft';
}

/** A figure taken apart: its parts with their signs, and what they come to. */
export function Sum({ lines }: { lines: readonly SumLine[] }) {
  return (
    <dl class="sum">
      {lines.map(({ id, label, value, look }) => (
        <div key={id} class={look ? `sum-line sum-${look}` : 'sum-line'}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
