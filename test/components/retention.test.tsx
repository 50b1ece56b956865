import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Behind } from '../../components/dashboard/retention/Behind';
import { ComplaintList } from '../../components/dashboard/retention/Complaints';
import { FailureReport } from '../../components/dashboard/retention/FailureReport';
import { Guards } from '../../components/dashboard/retention/Guards';
import { Plans } from '../../components/dashboard/retention/Plans';
import { Retention } from '../../components/dashboard/retention/Retention';
import { Risks } from '../../components/dashboard/retention/Risks';
import { Rounds } from '../../components/dashboard/retention/Rounds';
import { Taxonomy } from '../../components/dashboard/retention/Taxonomy';
import { warningOf } from '../../components/retention/warning';
import { DEFAULT_SETTINGS } from '../../utils/browser/settings';
import { t } from '../../utils/i18n';
import { type FailureCase, failureAnalysis } from '../../utils/retention/failure';
import type { Round } from '../../utils/retention/model';
import { needsContrast } from '../../utils/retention/needs';
import { conversions } from '../../utils/retention/stages';
import { allReasons, taxonomy } from '../../utils/retention/taxonomy';
import { complaint, customer, NOW } from './support/fixtures';
import { DAY, faults, guard, left, own, plan, recorded, TODAY, who } from './support/staying';

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'Margin';
});
afterEach(cleanup);

const other = customer({ id: 'other', name: 'Quayside Bakery', tier: 'ordinary' });
const cases: FailureCase[] = [
  {
    ...{
      id: who.id,
      tier: 'core',
      firstDay: TODAY - 900,
      shareChange: -0.5,
      shareFell: true,
      shareRose: false,
    },
    ...{ yearlyValue: 90_000, defections: [left] },
    stages: [
      { stage: 'active', from: '2024-03-01', by: 'ledger' },
      { stage: 'lost', from: '2026-02-01', by: 'ledger' },
    ],
  },
  {
    ...{ id: other.id, tier: 'ordinary', firstDay: TODAY - 900, shareChange: 0.2, shareFell: false },
    ...{ shareRose: true, yearlyValue: 5_000, defections: [] },
    stages: [{ stage: 'active', from: '2024-05-01', by: 'ledger' }],
  },
];
const round = (kind: Round['kind']): Round => ({
  ...own(`round-${kind}`),
  ...{ kind, name: 'Spring', startedAt: NOW - 20 * DAY, seed: 7, reviews: {}, measures: [], closedAt: null },
  asked: [
    { customerId: who.id, tier: 'core', answeredAt: null, reasons: [], text: '' },
    { customerId: other.id, tier: 'ordinary', answeredAt: NOW, reasons: ['competitor'], text: 'price' },
  ],
});
const rounds = (kind: Round['kind']) => (
  <Rounds
    {...{ kind, rounds: [round(kind)], answers: [], edits: [], now: NOW }}
    names={new Map([who, other].map(({ id, name }) => [id, name]))}
    onStart={vi.fn(async () => true)}
    onAnswer={vi.fn()}
    onInterview={vi.fn()}
    onReview={vi.fn()}
    onMeasure={vi.fn()}
    onMeasureDone={vi.fn()}
    onClose={vi.fn()}
    onOpen={vi.fn()}
  />
);
const report = (onIds = vi.fn()) => (
  <FailureReport
    failure={failureAnalysis(cases, allReasons([]), 2026)}
    steps={conversions(cases)}
    needs={needsContrast([who], [other])}
    edits={[]}
    currency="USD"
    onIds={onIds}
  />
);

/** Every part of the page about staying, as it is with something in it; and what is clicked open first. */
const PARTS: Record<string, [ComponentChildren, open?: RegExp]> = {
  risks: [
    <Risks
      key="risks"
      rows={[
        {
          customer: who,
          warning: warningOf({ card: recorded(), settings: DEFAULT_SETTINGS, now: NOW, zone: 'UTC' }),
          computedAt: NOW - 60_000,
        },
      ]}
      now={NOW}
      busy={false}
      onRefresh={vi.fn()}
      onOpen={vi.fn()}
    />,
  ],
  plans: [
    <Plans
      key="plans"
      rows={[{ ...plan, customer: who }]}
      edits={[]}
      now={NOW}
      onDone={vi.fn()}
      onEnd={vi.fn()}
      onOpen={vi.fn()}
    />,
  ],
  'check-lists': [
    <Guards key="guards" rows={[{ customer: who, guard }]} now={NOW} onCheck={vi.fn()} onOpen={vi.fn()} />,
    /check-list/i,
  ],
  'a survey': [rounds('survey'), /^Record/],
  'an investigation': [rounds('investigation'), /^Record/],
  analysis: [report()],
  reasons: [
    <Taxonomy
      key="reasons"
      reasons={taxonomy([])}
      onRename={vi.fn()}
      onMeasures={vi.fn()}
      onAdd={vi.fn()}
      usesOf={() => Promise.resolve(2)}
      onDrop={vi.fn()}
    />,
    /^Change: /,
  ],
  complaints: [
    <ComplaintList
      key="complaints"
      rows={[{ ...complaint(who.id), customer: who }]}
      now={NOW}
      today={TODAY}
      onState={vi.fn()}
      onOpen={vi.fn()}
    />,
  ],
};

describe('the page about staying and leaving', () => {
  test.each(Object.entries(PARTS))(
    '%s: no accessibility fault that axe can find',
    async (_, [drawn, opens]) => {
      render(
        <main>
          <h1>Margin</h1>
          <Retention part="risks">{drawn}</Retention>
        </main>,
      );
      if (opens) {
        fireEvent.click(screen.getAllByRole('button', { name: opens })[0] as HTMLElement);
        expect(document.querySelectorAll('form, .guard').length).toBeGreaterThan(0);
      }
      expect(await faults()).toEqual([]);
    },
  );

  test('a level that somebody set beside a score that points to another says so, and only then', () => {
    const warning = warningOf({ card: recorded(), settings: DEFAULT_SETTINGS, now: NOW, zone: 'UTC' });
    const all = { now: NOW, busy: false, onRefresh: vi.fn(), onOpen: vi.fn() };
    const levels = (['low', 'medium', 'high', null] as const).filter((level) => level !== warning.level);
    for (const riskLevel of [...levels, warning.level]) {
      const rows = [{ customer: { ...who, riskLevel }, warning, computedAt: NOW }];
      render(<Risks rows={rows} {...all} />);
      expect(screen.queryAllByText(t('warn_byHand'))).toHaveLength(
        riskLevel === null || riskLevel === warning.level ? 0 : 1,
      );
      cleanup();
    }
  });

  test('who ends a plan goes on from it: its button goes, and the focus is not lost', () => {
    const onEnd = vi.fn();
    const rows = [{ ...plan, customer: who }];
    render(<Plans rows={rows} edits={[]} now={NOW} onDone={vi.fn()} onEnd={onEnd} onOpen={vi.fn()} />);
    const outcome = screen.getByLabelText(t('retention_outcome'));
    fireEvent.input(outcome, { target: { value: ' Stays ' } });
    fireEvent.click(screen.getByRole('button', { name: t('planState_succeeded') }));
    expect(onEnd).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: plan.id }),
      'succeeded',
      'Stays',
    );
    expect(document.activeElement?.textContent).toContain(t('planState_open'));
  });

  test('each number of the analysis leads to its customers', () => {
    const onIds = vi.fn();
    render(<main>{report(onIds)}</main>);
    const apart = [t('failure_stepShare'), t('failure_days')]; // of the number beside them
    for (const table of screen.getAllByRole('table')) {
      const heads = [...table.querySelectorAll('th')].map(({ textContent }) => textContent ?? '');
      for (const row of table.querySelectorAll('tbody tr'))
        for (const [at, cell] of [...row.children].entries()) {
          if (!cell.classList.contains('numeric') || apart.includes(heads[at] ?? '')) continue;
          const number = cell.querySelector('button');
          // nobody stands behind a nought
          if (!number) expect(cell.textContent).toMatch(/^([^1-9]*|.*\(0\/\d+\))$/);
          else fireEvent.click(number);
        }
    }
    const led = onIds.mock.calls.map(([, ids]) => ids as string[]);
    expect(led.length).toBeGreaterThan(12);
    expect(led.flat().every((id) => id === who.id || id === other.id)).toBe(true);
  });

  test('whose number far below was clicked gets them with the focus, and is back there after Close', () => {
    const props = { names: new Map([[who.id, who.name]]), onOpen: vi.fn(), onClose: vi.fn() };
    const below = document.body.appendChild(document.createElement('button'));
    below.focus();
    render(<Behind title="Lost 2026" ids={[who.id, 'gone']} {...props} />);
    expect(document.activeElement?.textContent).toBe('Lost 2026');
    fireEvent.click(screen.getByRole('button', { name: who.name }));
    expect(props.onOpen).toHaveBeenCalledWith(who.id);
    expect(screen.getByText(t('dash_gone'))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: t('close') }));
    expect(document.activeElement).toBe(below);
    below.remove();
  });

  test('a new reason of the first level may be beyond us', () => {
    const onAdd = vi.fn();
    const props = { onRename: vi.fn(), onMeasures: vi.fn(), onDrop: vi.fn(), usesOf: async () => 0 };
    render(<Taxonomy reasons={taxonomy([])} onAdd={onAdd} {...props} />);
    fireEvent.input(screen.getByLabelText(t('retention_newReason')), { target: { value: 'Flood' } });
    fireEvent.change(screen.getByLabelText(t('failure_ours')), { target: { value: 'no' } });
    fireEvent.click(screen.getByRole('button', { name: t('retention_addReason') }));
    expect(onAdd).toHaveBeenCalledWith({ name: 'Flood', parent: '', controllable: false });
  });
});
