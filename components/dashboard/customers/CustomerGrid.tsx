import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { localeTag, t } from '../../../utils/i18n';
import { formatMoney } from '../../../utils/money';
import { Badge, Icon, RiskBadge, TierBadge } from '../../controls';
import { dateText } from '../../format';
import { stageName } from '../../terms';
import { type CustomerRow, type ListView, SORTS, type SortBy } from './rows';
import { useVirtual } from './useVirtual';

const LINE_HEIGHT = 44;
/** Lines that Page Up and Page Down move by. */
const PAGE = 10;

export interface CustomerGridProps {
  rows: readonly CustomerRow[];
  view: ListView;
  onView: (patch: Partial<ListView>) => void;
  openId: string | null;
  onOpen: (id: string) => void;
  now: number;
}

/** Every customer, one a line; only those in view are drawn. Arrows move, Enter opens. */
export function CustomerGrid({ rows, view, onView, openId, onOpen, now }: CustomerGridProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, height, scrollTo } = useVirtual(scroller, rows.length, LINE_HEIGHT);
  const { at, setAt, onKeyDown } = useWalk({ rows, openId, onOpen }, scrollTo);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table whose lines are drawn as they come into view
    <div
      role="grid"
      class="grid"
      tabIndex={0}
      aria-label={t('dash_customers')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows[at] ? `${id}-${rows[at].id}` : undefined}
      onKeyDown={onKeyDown}
    >
      <Head view={view} onView={onView} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div ref={scroller} role="rowgroup" class="grid-body">
        <div class="grid-all" role="presentation" style={{ height: `${height}px` }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <Line
                key={row.id}
                id={`${id}-${row.id}`}
                row={row}
                index={index}
                top={start}
                now={now}
                active={index === at}
                open={row.id === openId}
                onOpen={() => {
                  setAt(index);
                  onOpen(row.id);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Which line is the active one, and the keys that move it. */
function useWalk(
  { rows, openId, onOpen }: Pick<CustomerGridProps, 'rows' | 'openId' | 'onOpen'>,
  scrollTo: (index: number) => void,
) {
  const last = rows.length - 1;
  const openAt = rows.findIndex((row) => row.id === openId);
  const [chosen, setAt] = useState(0);
  const at = Math.min(chosen, Math.max(last, 0));
  useEffect(() => {
    if (openAt >= 0) setAt(openAt);
  }, [openAt]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return; // a key for a button of the head
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE };
    const target = { ...moves, Home: 0, End: last }[event.key];
    const row = rows[at];
    if (target !== undefined) {
      const next = Math.max(0, Math.min(last, target));
      setAt(next);
      scrollTo(next);
    } else if (event.key === 'Enter' && row) onOpen(row.id);
    else return;
    event.preventDefault();
  };
  return { at, setAt, onKeyDown };
}

const HEADS = {
  name: 'field_name',
  tier: 'field_tier',
  stage: 'field_stage',
  risk: 'field_riskLevel',
  value: 'field_valueToDate',
  lastContact: 'field_lastContactAt',
} as const;

function Head({ view, onView }: Pick<CustomerGridProps, 'view' | 'onView'>) {
  const turn = (sort: SortBy) =>
    onView({ sort, descending: view.sort === sort ? !view.descending : sort === 'value' || sort === 'risk' });
  return (
    // biome-ignore lint/a11y/useSemanticElements: see CustomerGrid
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus
    <div role="row" class="grid-line grid-head" aria-rowindex={1}>
      {SORTS.map((sort) => {
        const on = view.sort === sort;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see CustomerGrid
          // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
          <span
            key={sort}
            role="columnheader"
            class={`cell cell-${sort}`}
            aria-sort={on ? (view.descending ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" class="sort" onClick={() => turn(sort)}>
              {t(HEADS[sort])}
              {on && (
                <span class={view.descending ? 'sort-mark' : 'sort-mark sort-up'}>
                  <Icon name="chevronDown" />
                </span>
              )}
            </button>
          </span>
        );
      })}
    </div>
  );
}

interface LineProps {
  id: string;
  row: CustomerRow;
  index: number;
  now: number;
  top: number;
  active: boolean;
  open: boolean;
  onOpen: () => void;
}

function Line({ id, row, index, now, top, active, open, onOpen }: LineProps) {
  const look = `grid-line${active ? ' grid-active' : ''}${open ? ' grid-open' : ''}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see CustomerGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the body of the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's keys open it
    <div
      id={id}
      role="row"
      class={look}
      aria-rowindex={index + 2}
      aria-selected={open}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      <Cell of="name">
        <span class="line-name">
          {row.name}
          {row.sample && <Badge text={t('dash_sample')} />}
        </span>
        <span class="line-detail">{[row.company, row.reach].filter(Boolean).join(' · ')}</span>
      </Cell>
      <Cell of="tier">{row.tier ? <TierBadge tier={row.tier} /> : <None />}</Cell>
      <Cell of="stage">{stageName(row.stage)}</Cell>
      <Cell of="risk">{row.riskLevel ? <RiskBadge level={row.riskLevel} /> : <None />}</Cell>
      <Cell of="value">{row.value ? formatMoney(row.value, localeTag(), { compact: true }) : <None />}</Cell>
      <Cell of="lastContact">{row.lastContactAt ? dateText(row.lastContactAt, now) : <None />}</Cell>
    </div>
  );
}

function Cell({ of, children }: { of: SortBy; children: preact.ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see CustomerGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the body of the grid
    <span role="gridcell" class={`cell cell-${of}`}>
      {children}
    </span>
  );
}

const None = () => <span class="faint">–</span>;
