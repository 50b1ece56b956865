import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Staying } from '../../components/dashboard/record/Staying';
import type { StayingActions, StayingProps } from '../../components/dashboard/record/staying-props';
import { warningOf } from '../../components/retention/warning';
import { DEFAULT_SETTINGS } from '../../utils/browser/settings';
import { t } from '../../utils/i18n';
import { card, customer, NOW } from './support/fixtures';
import { faults, left, plan, recorded } from './support/staying';

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'Margin';
});
afterEach(cleanup);

function drawStaying(over: Partial<StayingProps> = {}) {
  const names: Array<keyof StayingActions> = [
    ...(['addDefection', 'wonBack', 'removeDefection', 'addWallet', 'removeWallet'] as const),
    ...([
      'addSatisfaction',
      'removeSatisfaction',
      'addPlan',
      'doneMeasure',
      'endPlan',
      'checkGuard',
    ] as const),
  ];
  const actions = Object.fromEntries(names.map((name) => [name, vi.fn()])) as unknown as {
    [K in keyof StayingActions]: ReturnType<typeof vi.fn<StayingActions[K]>>;
  };
  const shown = over.card ?? recorded();
  const props: StayingProps = {
    card: shown,
    warning: warningOf({ card: shown, settings: DEFAULT_SETTINGS, now: NOW, zone: 'UTC' }),
    ...{ keyAccount: true, now: NOW, currency: 'USD', owner: 'Ann', readOnly: false },
    ...{ today: '2026-11-25', yearAgo: '2025-11-25', soon: '2026-11-27' },
    ...over,
    actions,
  };
  render(<Staying {...props} />);
  return actions;
}
const part = (name: string) => screen.getByRole('region', { name });
const open = (name: string) =>
  fireEvent.click(within(part(name)).getByRole('button', { name: t('record_addTo', { NAME: name }) }));
const form = (name: string) => screen.getByRole('form', { name });
const save = (name: string) => fireEvent.submit(form(name));

describe('what was recorded about the staying of a customer', () => {
  test('is told with its evidence, its dates and whether it is better or worse', async () => {
    drawStaying();
    const text = document.body.textContent ?? '';
    expect(text).toContain('Rival Ltd');
    expect(within(part(t('retention_share'))).getByText(/^40%/)).toBeTruthy();
    expect(within(part(t('retention_share'))).getByText(/^67%/)).toBeTruthy();
    expect(within(part(t('record_answers'))).getByText(t('record_trend_worse'))).toBeTruthy();
    expect(part(t('retention_tab_plans')).textContent).toContain('Visit');
    expect(within(part(t('retention_guard'))).getByText('wet')).toBeTruthy();
    expect(document.querySelectorAll('.evidence li')).toHaveLength(3);
    expect(await faults()).toEqual([]);
  });

  test('is unknown, not low, where there is nothing', () => {
    const bare = card({ customer: customer({ cadenceDays: 0 }), complaints: [] });
    drawStaying({ card: bare, keyAccount: false });
    expect(screen.getByText(t('riskUnknownText'))).toBeTruthy();
    expect(screen.queryByRole('region', { name: t('retention_guard') })).toBeNull();
  });

  test('is added to where it stands, and the form goes', async () => {
    const actions = drawStaying();
    open(t('record_leavings'));
    fireEvent.click(within(form(t('retention_why'))).getByRole('button', { name: t('reason_complaint') }));
    expect(await faults()).toEqual([]);
    save(t('retention_why'));
    expect(actions.addDefection.mock.calls[0]?.[0]).toMatchObject({ reasons: ['complaint'] });
    expect(screen.queryByRole('form', { name: t('retention_why') })).toBeNull();

    open(t('retention_share'));
    expect(await faults()).toEqual([]);
    fireEvent.input(within(form(t('retention_share'))).getAllByRole('textbox')[0] as HTMLElement, {
      target: { value: '900' },
    });
    save(t('retention_share'));
    expect(actions.addWallet.mock.calls[0]?.[0]).toMatchObject({
      ...{ total: { minor: 90_000, currency: 'USD' }, fromDate: '2025-11-25', toDate: '2026-11-25' },
    });

    open(t('record_answers'));
    expect(await faults()).toEqual([]);
    save(t('retention_satisfaction'));
    expect(actions.addSatisfaction.mock.calls[0]?.[0]).toMatchObject({ level: 'satisfied' });

    open(t('retention_tab_plans'));
    expect(await faults()).toEqual([]);
    save(t('retention_plan'));
    expect(actions.addPlan.mock.calls[0]?.[0]).toMatchObject({ kind: 'win-back', reason: 'competitor' });
  });

  test('is taken back, won back, done and checked by a click each', () => {
    const actions = drawStaying();
    const click = (region: string, name: string | RegExp) =>
      fireEvent.click(within(part(region)).getAllByRole('button', { name })[0] as HTMLElement);
    click(t('record_leavings'), t('retention_back'));
    expect(actions.wonBack).toHaveBeenCalledWith(left);
    click(t('record_leavings'), /^Remove/);
    expect(actions.removeDefection).toHaveBeenCalledWith(left.id);
    click(t('retention_share'), /^Remove/);
    expect(actions.removeWallet).toHaveBeenCalledWith('wallet-2025');
    click(t('record_answers'), /^Remove/);
    expect(actions.removeSatisfaction).toHaveBeenCalledWith('answer-5');
    click(t('retention_tab_plans'), /Visit/);
    expect(actions.doneMeasure).toHaveBeenCalledWith(plan, 'm1');
    click(t('retention_guard'), /^5.*Quality|^5/);
    expect(actions.checkGuard.mock.calls[0]?.[0]).toMatchObject({ rating: 5 });
  });

  test('is only read where nothing can be written: no button changes it', () => {
    drawStaying({ readOnly: true });
    for (const name of [/^Remove/, /^Add/, t('retention_back'), /^[1-5] /])
      expect(screen.queryAllByRole('button', { name })).toEqual([]);
    expect(within(part(t('retention_guard'))).getByText('wet')).toBeTruthy();
  });
});
