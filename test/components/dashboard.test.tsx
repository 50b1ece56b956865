import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Customers } from '../../components/dashboard/customers/Customers';
import {
  type CustomerRow,
  DEFAULT_VIEW,
  toRow,
  visibleRows,
} from '../../components/dashboard/customers/rows';
import { readRoute, routeHash } from '../../components/dashboard/routes';
import { Sites } from '../../components/dashboard/sites/Sites';
import { DueList } from '../../components/due/DueList';
import { t } from '../../utils/i18n';
import type { CustomerDue, DueItem } from '../../utils/retention/due-item';
import type { Round } from '../../utils/retention/model';
import { customer, NOW } from './support/fixtures';
import { own } from './support/staying';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const DAY = 86_400_000;

describe('routes', () => {
  it('reads what it writes, and opens the customers for anything else', () => {
    expect(readRoute(routeHash({ view: 'customers', id: 'x1' }))).toEqual({ view: 'customers', id: 'x1' });
    expect(readRoute('#/due')).toEqual({ view: 'due', id: null });
    for (const hash of ['', '#', '#/nowhere', '#/settings/x']) expect(readRoute(hash).id).toBe(null);
    expect(readRoute('#/nowhere').view).toBe('customers');
  });
});

const rowOf = (over: Partial<CustomerRow> & { name: string }) => ({ ...toRow(customer()), ...over });
const asMap = (rows: CustomerRow[]) => new Map(rows.map((row) => [row.id, row]));
const names = (rows: readonly CustomerRow[]) => rows.map(({ name }) => name);

describe('the list of customers', () => {
  const a = rowOf({ name: 'A', id: 'a', tier: 'core', value: { minor: 5, currency: 'USD' } });
  const b = rowOf({ name: 'B', id: 'b', tier: null, value: null, stage: 'lost' });
  const c = rowOf({ name: 'C', id: 'c', tier: 'best-core', value: { minor: 9, currency: 'USD' } });
  const all = asMap([c, a, b]);

  it('filters by tier and stage, none included', () => {
    expect(names(visibleRows(all, DEFAULT_VIEW, null))).toEqual(['A', 'B', 'C']);
    expect(names(visibleRows(all, { ...DEFAULT_VIEW, tier: 'none' }, null))).toEqual(['B']);
    expect(names(visibleRows(all, { ...DEFAULT_VIEW, stage: 'lost' }, null))).toEqual(['B']);
  });

  it('sorts what is unknown last, up or down', () => {
    const by = { ...DEFAULT_VIEW, sort: 'value' } as const;
    expect(names(visibleRows(all, by, null))).toEqual(['A', 'C', 'B']);
    expect(names(visibleRows(all, { ...by, descending: true }, null))).toEqual(['C', 'A', 'B']);
    expect(names(visibleRows(all, { ...DEFAULT_VIEW, sort: 'tier' }, null))).toEqual(['C', 'A', 'B']);
  });

  it('keeps the order of a search, and leaves out who is gone', () => {
    expect(names(visibleRows(all, DEFAULT_VIEW, ['c', 'gone', 'a']))).toEqual(['C', 'A']);
  });

  const draw = (onOpen = vi.fn(), onAdd = vi.fn()) => {
    render(
      <Customers
        rows={all}
        reading={null}
        query=""
        onQuery={() => {}}
        found={null}
        now={NOW}
        openId={null}
        onOpen={onOpen}
        onAdd={onAdd}
        onLoadSample={() => {}}
        record={null}
      />,
    );
    return { onOpen, onAdd };
  };

  it('is walked with the arrows and opened with Enter', () => {
    // happy-dom lays nothing out: without a height the list has no line in view
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    const { onOpen } = draw();
    const grid = screen.getByRole('grid');
    fireEvent.keyDown(grid, { key: 'End' });
    fireEvent.keyDown(grid, { key: 'ArrowUp' });
    const active = grid.getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('B');
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledWith('b');
  });

  it('adds a customer with a name, and says what is wrong without one', () => {
    const { onAdd } = draw();
    fireEvent.click(screen.getByRole('button', { name: 'Add customer' }));
    const form = screen.getByRole('form', { name: 'Add customer' });
    fireEvent.submit(form);
    expect(within(form).getByText('A customer needs a name.')).toBeTruthy();
    fireEvent.input(within(form).getByLabelText('Name'), { target: { value: ' Nordwind ' } });
    fireEvent.input(within(form).getByLabelText('E-mail'), { target: { value: 'nonsense' } });
    fireEvent.submit(form);
    expect(within(form).getByText('“nonsense” is not an e-mail address.')).toBeTruthy();
    expect(onAdd).not.toHaveBeenCalled();
    fireEvent.input(within(form).getByLabelText('E-mail'), { target: { value: 'a@nordwind.example' } });
    fireEvent.submit(form);
    expect(onAdd).toHaveBeenCalledWith({
      name: 'Nordwind',
      kind: 'company',
      email: 'a@nordwind.example',
      phone: '',
    });
  });
});

describe('sites', () => {
  const known = [
    { id: 'g', label: 'Gmail', patterns: ['*://mail.google.com/*'], verified: null },
    { id: 'r', label: 'Some desk', patterns: ['*://a.example/*', '*://b.example/*'], verified: '2026-11-20' },
  ];
  const draw = (allowed: string[]) => {
    const calls = { onAllow: vi.fn(), onRevoke: vi.fn() };
    const patternOf = (url: string) => (URL.canParse(url) ? `*://${new URL(url).hostname}/*` : null);
    const facts = { applications: [], now: NOW };
    const health = { g: { lastWorked: NOW, lastFell: NOW, hits: 7, fallbacks: 5, streak: 5 } };
    render(<Sites {...{ known, allowed, patternOf, health, ...facts, ...calls }} />);
    return calls;
  };

  it('ticks a host only when all of it is allowed, and asks for all of it', () => {
    const { onAllow } = draw(['*://mail.google.com/*', '*://a.example/*']);
    expect(screen.getByRole('checkbox', { name: /Gmail/ })).toHaveProperty('checked', true);
    const desk = screen.getByRole('checkbox', { name: /Some desk/ });
    fireEvent.click(desk);
    expect(desk).toHaveProperty('checked', false);
    expect(onAllow).toHaveBeenCalledWith(['*://a.example/*', '*://b.example/*']);
    expect(screen.getByText(/Checked .*2026/)).toBeTruthy();
  });

  it('adds any site by its address, refuses what is none, and revokes', () => {
    const { onAllow, onRevoke } = draw(['*://own.example/*']);
    const field = screen.getByLabelText('Address of a site');
    const add = (value: string) => {
      fireEvent.input(field, { target: { value } });
      fireEvent.click(screen.getByRole('button', { name: 'Allow this site' }));
    };
    add('not a site at all');
    expect(screen.getByText('That is not the address of a web page.')).toBeTruthy();
    add('https://own.example/x');
    expect(screen.getByText('own.example is allowed already.')).toBeTruthy();
    expect(onAllow).not.toHaveBeenCalled();
    add('desk.example/tickets/1');
    expect(onAllow).toHaveBeenCalledWith(['*://desk.example/*']);
    fireEvent.click(screen.getByRole('button', { name: /Revoke/ }));
    expect(onRevoke).toHaveBeenCalledWith(['*://own.example/*']);
  });
});

const round: Round = {
  ...own('round'),
  ...{ kind: 'investigation', name: '', startedAt: NOW, seed: 7, asked: [], reviews: {}, measures: [] },
  closedAt: null,
};

describe('what is due', () => {
  const item: CustomerDue = {
    kind: 'cadence',
    customer: customer({ name: 'Late Ltd' }),
    reminder: null,
    complaint: null,
    dueAt: NOW - 3 * DAY,
  };
  const draw = (items: DueItem[]) => {
    const calls = { onDone: vi.fn(), onSnooze: vi.fn(), onOpen: vi.fn() };
    const snoozes = [{ id: 'tomorrow', text: 'Tomorrow', local: '2026-11-26T09:00', detail: '' }];
    render(<DueList items={items} total={items.length} now={NOW} snoozes={snoozes} {...calls} />);
    return calls;
  };

  it('says how late it is, and can be done or put off', () => {
    const { onDone, onSnooze } = draw([item]);
    expect(screen.getByText('3 days overdue')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Done Late Ltd' }));
    expect(onDone).toHaveBeenCalledWith(item);
    fireEvent.click(screen.getByRole('button', { name: /^Snooze/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: /Tomorrow/ }));
    expect(onSnooze).toHaveBeenCalledWith(item, '2026-11-26T09:00');
  });

  it('shows a measure that an investigation decided: who does it, of which round; it is done here, and not put off', () => {
    const measure = { id: 'm', text: 'Answer within a day', owner: 'Eve', dueDate: '2026-11-22' };
    const due: DueItem = {
      kind: 'measure',
      round: { ...round, name: 'Spring' },
      measure: { ...measure, reminderId: null, doneAt: null },
      dueAt: NOW - 3 * DAY,
    };
    const { onDone, onOpen } = draw([due]);
    expect(screen.getByText('Measure of the investigation “Spring” · Eve')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Snooze/ })).toBe(null);
    fireEvent.click(screen.getByRole('button', { name: 'Done Answer within a day' }));
    expect(onDone).toHaveBeenCalledExactlyOnceWith(due);
    fireEvent.click(screen.getByRole('button', { name: /^Answer within a day/ }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(due);
  });

  it('offers no Done for a complaint: it is settled in the record', () => {
    const { onOpen } = draw([{ ...item, kind: 'complaint' }]);
    expect(screen.queryByRole('button', { name: /Done/ })).toBe(null);
    fireEvent.click(screen.getByRole('button', { name: /Late Ltd/ }));
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it('tells a check-list to begin from one to rate again, and neither is done from here', () => {
    const { onOpen } = draw([{ ...item, kind: 'unbegun' }]);
    expect(screen.getByText(t('due_unbegun'))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Late Ltd/ }));
    expect(onOpen).toHaveBeenCalledTimes(1);
    cleanup();
    draw([{ ...item, kind: 'guard' }]);
    expect(screen.getByText(t('due_guard'))).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Done/ })).toBe(null);
  });

  it('says so where nothing is due', () => {
    draw([]);
    expect(screen.getByText('Nothing is due.')).toBeTruthy();
  });
});
