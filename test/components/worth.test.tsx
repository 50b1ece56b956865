import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Behind } from '../../components/dashboard/reports/Behind';
import { Reports } from '../../components/dashboard/reports/Reports';
import { REPORTS, type ReportId } from '../../components/dashboard/reports/report';
import { Rates } from '../../components/dashboard/settings/Rates';
import { Weights } from '../../components/dashboard/settings/Weights';
import { Losing } from '../../components/dashboard/whatif/Losing';
import { WhatIf } from '../../components/dashboard/whatif/WhatIf';
import { Ledger } from '../../components/ledger/Ledger';
import { Referrals } from '../../components/ledger/Referrals';
import en from '../../public/_locales/en/messages.json';
import { speak } from '../../utils/i18n';
import { VALUE_DEFAULTS } from '../../utils/value/settings';
import { INDEX_WEIGHTS } from '../../utils/value/value-index';
import { draw, press } from './support/draw';
import { cardContent, customer } from './support/fixtures';
import { FIVE_YEARS, insight, losingInsight, portfolio, worth } from './support/worth';

beforeEach(() => {
  speak('en', en);
  document.documentElement.lang = 'en';
  document.title = 'Margin';
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

function drawCard(value = insight()) {
  const who = customer();
  const content = { ...cardContent({ customer: who, insight: value }), worth: worth(who) };
  return { ...draw({ content: content as ReturnType<typeof cardContent> }), who };
}

describe('worth on the card', () => {
  test('shows what the ledger comes to, and says beside it what was entered by hand', async () => {
    const { actions } = drawCard();
    fireEvent.click(screen.getByRole('button', { name: /To date.*\$4,700/ }));
    expect(actions.wantWorth).toHaveBeenCalled();
    const panel = await screen.findByRole('dialog', { name: 'Value to date' });
    await within(panel).findByText('Net value to date');
    expect(panel.textContent).toContain('$5,950');
    expect(panel.textContent).toContain('-$850');
    expect(panel.textContent).toContain('Entered by hand: $1,284,500');
  });

  test('the expected value names its parts, its model and how that did', async () => {
    drawCard();
    fireEvent.click(screen.getByRole('button', { name: /Next 12 months/ }));
    const panel = await screen.findByRole('dialog', { name: 'Expected, next 12 months' });
    await within(panel).findByText('MBG/NBD');
    expect(panel.textContent).toContain('it expected 1,941 purchases, 1,882 came (+3.1%)');
    expect(panel.textContent).toContain('× $610');
  });

  test('the years of the worked example: 12,800 in all', async () => {
    drawCard();
    fireEvent.click(screen.getByRole('button', { name: /Value by year/ }));
    const table = await screen.findByRole('table');
    const totals = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.lastElementChild?.textContent);
    expect(totals).toEqual(['-$50', '$1,450', '$2,150', '$3,450', '$5,800', '$12,800']);
    expect(FIVE_YEARS).toHaveLength(5);
  });

  test('a loss is told with what makes it, and the tier can be held by hand', async () => {
    const { actions } = drawCard(losingInsight());
    expect(
      screen.getByRole('button', { name: /Costs more than they bring: Cost to serve \$960, Refund \$260/ }),
    );
    fireEvent.click(screen.getByRole('button', { name: /^Tier:/ }));
    fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Pin: Core' }));
    expect(actions.edit).toHaveBeenCalledWith({ tierPinned: 'core', tier: 'core' });
  });

  test('an offer says what it rests on', () => {
    drawCard();
    expect(screen.getByRole('button', { name: /Offer Service plan: 31 of 44 with Pro plan bought it/ }));
  });

  test('E, a line, Enter: an entry is kept, and the line is empty for the next', async () => {
    const { actions } = drawCard();
    press('e');
    const line = await screen.findByLabelText<HTMLInputElement>('New entry');
    fireEvent.input(line, { target: { value: '500 upgrade Pro plan yesterday' } });
    expect(screen.getByText('+$500')).toBeTruthy();
    fireEvent.submit(line.closest('form') as HTMLFormElement);
    expect(actions.addEntry).toHaveBeenCalledWith(
      expect.objectContaining({ product: 'Pro plan', saleClass: 'upsell', date: '2026-11-24' }),
    );
    expect(line.value).toBe('');
  });

  test('what is not clear is asked before it is kept', async () => {
    const { actions } = drawCard();
    press('e');
    const line = await screen.findByLabelText<HTMLInputElement>('New entry');
    fireEvent.input(line, { target: { value: '80 refund 3/5' } });
    fireEvent.submit(line.closest('form') as HTMLFormElement);
    expect(actions.addEntry).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'May 3, 2026' }));
    fireEvent.submit(line.closest('form') as HTMLFormElement);
    expect(actions.addEntry).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'refund', date: '2026-05-03' }),
    );
  });
});

const who = customer();
function props(over = {}) {
  const actions = {
    addEntry: vi.fn(),
    editEntry: vi.fn(),
    removeEntry: vi.fn(),
    setReferrer: vi.fn(),
    openCustomer: vi.fn(),
  };
  return {
    customer: who,
    insight: insight(),
    details: worth(who),
    today: '2026-11-25',
    currency: 'USD',
    readOnly: false,
    actions,
    ...over,
  };
}

describe('the ledger', () => {
  test('newest first; a class is corrected, an entry edited or removed, from its line', async () => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    const given = props();
    const { container } = render(<Ledger {...given} />);
    const lines = screen.getAllByRole('listitem');
    expect(lines[0]?.textContent).toContain('$3,000');
    expect(lines.at(-1)?.textContent).toContain('trade fair');
    expect(await faults(container)).toEqual([]);
    const menu = () => fireEvent.click(within(lines[0] as HTMLElement).getAllByRole('button')[0] as Element);
    menu();
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'It was: Upsell' }));
    expect(given.actions.editEntry).toHaveBeenCalledWith(
      expect.objectContaining({ id: given.details.entries[5]?.id, saleClass: 'upsell' }),
    );
    menu();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }));
    expect(given.actions.removeEntry).toHaveBeenCalledWith(given.details.entries[5]?.id);
    menu();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
    fireEvent.input(screen.getByLabelText('Amount'), { target: { value: '2,500' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(given.actions.editEntry).toHaveBeenLastCalledWith(
      expect.objectContaining({
        id: given.details.entries[5]?.id,
        amount: { minor: 250_000, currency: 'USD' },
      }),
    );
  });

  test('the form tells each fault at its field and keeps nothing wrong', () => {
    const given = props();
    render(<Ledger {...given} />);
    fireEvent.click(screen.getByRole('button', { name: 'All fields' }));
    fireEvent.input(screen.getByLabelText('Amount'), { target: { value: 'much' } });
    fireEvent.input(screen.getByLabelText('Date'), { target: { value: '2027-01-01' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByLabelText('Amount').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText('Date').getAttribute('aria-invalid')).toBe('true');
    expect(given.actions.addEntry).not.toHaveBeenCalled();
  });

  test('who referred whom: the tree opens customers, the referrer is set by search', async () => {
    const given = props();
    const onQuery = vi.fn();
    const other = customer({ name: 'Quayside Foods' });
    const search = { query: 'qua', found: [{ customer: other, contact: null, matched: '' }], onQuery };
    const { container } = render(<Referrals {...given} search={search} />);
    expect(container.textContent).toContain('$12,800');
    const nested = container.querySelectorAll('.branch .branch li');
    expect([...nested].map((one) => one.textContent)).toEqual(['Tideway Print$1,550']);
    fireEvent.click(screen.getByRole('button', { name: 'Northgate Labs' }));
    expect(given.actions.openCustomer).toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Set' }));
    fireEvent.focus(screen.getByRole('combobox'));
    fireEvent.click(await screen.findByRole('option', { name: /Quayside Foods/ }));
    expect(given.actions.setReferrer).toHaveBeenCalledWith(other.id);
    expect(await faults(container)).toEqual([]);
  });
});

function drawReport(report: ReportId, over = {}) {
  const onBehind = vi.fn();
  const onDownload = vi.fn();
  const drawn = render(
    <Reports
      portfolio={portfolio()}
      report={report}
      onBehind={onBehind}
      onDownload={onDownload}
      onRefresh={vi.fn()}
      refreshing={false}
      onSample={vi.fn()}
      behind={null}
      {...over}
    />,
  );
  return { ...drawn, onBehind, onDownload };
}

describe('reports', () => {
  test.each(REPORTS)('%s: a drawing, its table, and no fault that axe can find', async (report) => {
    const { container } = drawReport(report);
    expect(container.querySelectorAll('[data-mark]').length).toBeGreaterThan(2);
    expect(screen.getByRole('table').querySelectorAll('tbody tr').length).toBeGreaterThan(2);
    expect(await faults(container)).toEqual([]);
  });

  test.each(REPORTS)('%s: its points lead to the customers behind them', (report) => {
    const { container, onBehind } = drawReport(report);
    const marks = [...container.querySelectorAll('[role="button"][data-mark]')];
    for (const mark of marks) fireEvent.click(mark);
    expect(onBehind).toHaveBeenCalledTimes(marks.length);
    for (const [filter, name] of onBehind.mock.calls) {
      expect(Object.keys(filter).length).toBeGreaterThan(0);
      expect(name).not.toBe('');
    }
  });

  test('arrows move between the points, Enter opens one', () => {
    const { container, onBehind } = drawReport('tiers');
    const svg = container.querySelector('svg.chart-svg') as Element;
    fireEvent.keyDown(svg, { key: 'End' });
    fireEvent.keyDown(svg, { key: 'Enter' });
    expect(onBehind).toHaveBeenCalledWith({ tier: 'expendable' }, 'Expendable');
  });

  test('the file has plain numbers in major units', () => {
    const { onDownload } = drawReport('years');
    fireEvent.click(screen.getByRole('button', { name: 'CSV' }));
    const [name, sheet] = onDownload.mock.calls[0] ?? [];
    expect(name).toBe('margin-years.csv');
    expect(sheet.slice(0, 2)).toEqual([
      ['Year', 'Customers', 'Sales', 'Net value', 'Net a customer'],
      [2022, 40, 30_000, -4_000, -100],
    ]);
  });

  test('without ledgers it says how to begin; a loss in all has no whale curve', () => {
    const { rerender } = drawReport('whale', { portfolio: null });
    expect(screen.getByText('No ledgers yet')).toBeTruthy();
    rerender(<p>gone</p>);
    drawReport('whale', { portfolio: portfolio({ whale: null }) });
    expect(screen.getByText(/have not brought a profit/)).toBeTruthy();
  });

  test('the customers behind a point: opened from their line, more on request', () => {
    const [onOpen, onMore] = [vi.fn(), vi.fn()];
    const one = customer();
    render(
      <Behind
        name="Expendable"
        rows={[{ customer: one, insight: losingInsight() }]}
        more
        onMore={onMore}
        onOpen={onOpen}
        onClose={vi.fn()}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: one.name }));
    expect(onOpen).toHaveBeenCalledWith(one.id);
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(onMore).toHaveBeenCalled();
  });
});

describe('what if', () => {
  test('the answer follows its slider, by the formula; moved assumptions can be kept', async () => {
    const onKeep = vi.fn();
    const { container } = render(
      <WhatIf
        portfolio={portfolio()}
        settings={VALUE_DEFAULTS}
        complaints={10}
        losing={<Losing customer={who} insight={insight()} currency="USD" />}
        onKeep={onKeep}
      />,
    );
    // 120 customers × $720 a year: kept 80 % → 5 years; 5 % fewer leave → 5.263 years
    expect(container.textContent).toContain('$22,737');
    fireEvent.input(screen.getByLabelText('Fewer defections'), { target: { value: '0.5' } });
    expect(container.textContent).toContain('$432,000');
    // 10 complaints × 30 % × $818
    expect(container.textContent).toContain('$2,454');
    expect(container.textContent).toContain('$4,207');
    fireEvent.input(screen.getByLabelText('People whom a dissatisfied customer influences'), {
      target: { value: '40' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Keep these assumptions' }));
    expect(onKeep).toHaveBeenCalledWith({ ...VALUE_DEFAULTS.assumptions, peopleInfluenced: 40 });
    await waitFor(() => expect(screen.queryByText('Keep these assumptions')).toBeNull());
    expect(await faults(container)).toEqual([]);
  });
});

describe('settings of value', () => {
  test('a weight shows what it does before it is kept', () => {
    const onChange = vi.fn();
    const weighed = [{ id: '1', name: 'Quayside Foods', scores: { profit: 100, growth: 0 } }];
    render(<Weights weights={INDEX_WEIGHTS} weighed={weighed} onChange={onChange} />);
    const cells = () => screen.getAllByRole('cell').map((cell) => cell.textContent);
    expect(cells()).toEqual(['75', '75']);
    fireEvent.input(screen.getByLabelText('Growth'), { target: { value: '30' } });
    expect(cells()).toEqual(['75', '50']);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onChange).toHaveBeenCalledWith({ ...INDEX_WEIGHTS, growth: 30 });
  });

  test('a rate needs a currency that there is, and a number above zero', () => {
    const onAddRate = vi.fn();
    render(<Rates base="USD" rates={[]} today="2026-11-25" onAddRate={onAddRate} onRemoveRate={vi.fn()} />);
    const set = (label: string, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
    const add = () => fireEvent.click(screen.getByRole('button', { name: 'Add rate' }));
    for (const [code, rate] of [
      ['XQQ', '1'],
      ['USD', '1'],
      ['EUR', '0'],
      ['EUR', 'x'],
    ]) {
      set('Currency', code ?? '');
      set('One unit in USD', rate ?? '');
      add();
    }
    expect(onAddRate).not.toHaveBeenCalled();
    set('One unit in USD', '1.08');
    add();
    expect(onAddRate).toHaveBeenCalledWith({ currency: 'EUR', base: 'USD', date: '2026-11-25', rate: 1.08 });
  });
});
