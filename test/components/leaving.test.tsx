import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { t } from '../../utils/i18n';
import { draw, press } from './support/draw';
import { cardContent, complaint, customer } from './support/fixtures';

afterEach(cleanup);

/** A key account whose mail is open; everything below is done with keys alone. */
const keyAccount = () => draw({ content: cardContent({ customer: customer({ tier: 'core' }) }) });
const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
/** Enter or the space bar on what has the focus, as the browser takes it: a button is clicked, a form sent. */
function enter(): void {
  const at = document.activeElement;
  if (press('Enter') || !(at instanceof HTMLElement)) return;
  if (at instanceof HTMLInputElement) fireEvent.submit(at.closest('form') as HTMLFormElement);
  else fireEvent.click(at);
}
const type = (value: string) =>
  fireEvent.input(document.activeElement as HTMLInputElement, { target: { value } });
async function key(name: string): Promise<void> {
  press(name);
  await frame();
}
/** The second action: the item of the menu, by the first letter of its name. */
async function menuItem(text: string): Promise<void> {
  await key('l');
  press(text.slice(0, 1));
  expect(document.activeElement?.textContent).toBe(text);
  enter();
  await frame();
}
const form = (name: string) => screen.getByRole('form', { name });
const save = (name: string) => {
  within(form(name))
    .getByRole('button', { name: t('save') })
    .focus();
  enter();
};
async function faults(): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

describe('from an open mail, in two actions and by keyboard alone', () => {
  test('the reason for leaving', async () => {
    const { actions } = keyAccount();
    await key('r');
    expect(form(t('retention_why')).contains(document.activeElement)).toBe(true);
    enter();
    expect(await faults()).toEqual([]);
    save(t('retention_why'));
    const [draft] = actions.addDefection.mock.calls[0] ?? [];
    expect(draft).toMatchObject({ extent: 'full', reasons: ['competitor'] });
    expect(document.activeElement?.id).toBe('leaving-reason');
  });

  test('what they spend elsewhere: a sum that is none is told at its field, and nothing is lost', async () => {
    const { actions } = keyAccount();
    await menuItem(t('retention_share'));
    const name = t('retention_share');
    type('much');
    save(name);
    expect(actions.addWallet).not.toHaveBeenCalled();
    expect(within(form(name)).getByText(t('amountError'))).toBeTruthy();
    expect(await faults()).toEqual([]);
    fireEvent.input(within(form(name)).getAllByRole('textbox')[0] as HTMLElement, {
      target: { value: '90,000' },
    });
    save(name);
    const [draft] = actions.addWallet.mock.calls[0] ?? [];
    expect(draft).toMatchObject({ total: { minor: 9_000_000 }, ours: null, toDate: '2026-11-25' });
  });

  test('how satisfied they are', async () => {
    const { actions } = keyAccount();
    await menuItem(t('retention_satisfaction'));
    const name = t('retention_satisfaction');
    expect(form(name).contains(document.activeElement)).toBe(true);
    within(form(name))
      .getByRole('button', { name: t('satisfied_rather_dissatisfied') })
      .focus();
    enter();
    expect(await faults()).toEqual([]);
    save(name);
    expect(actions.addSatisfaction).toHaveBeenCalledExactlyOnceWith({
      ...{ level: 'rather-dissatisfied', ratios: {}, text: '' },
    });
  });

  test('a plan, with the measures that the reason suggests; one without measures says so', async () => {
    const { actions } = keyAccount();
    await menuItem(t('retention_plan'));
    const name = t('retention_plan');
    expect(form(name).contains(document.activeElement)).toBe(true);
    expect(await faults()).toEqual([]);
    const measures = within(form(name)).getAllByLabelText(/^Measure \d/);
    for (const one of measures) fireEvent.input(one, { target: { value: ' ' } });
    save(name);
    expect(actions.addPlan).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toBe(t('retention_measuresNone'));
    fireEvent.input(within(form(name)).getAllByLabelText(/^Measure \d/)[0] as HTMLElement, {
      target: { value: 'Visit' },
    });
    save(name);
    const [draft] = actions.addPlan.mock.calls[0] ?? [];
    expect(draft).toMatchObject({
      kind: 'prevention',
      reason: 'competitor',
      measures: [{ text: 'Visit', dueDate: '2026-11-27' }],
    });
  });

  test('a point of the key-account check-list', async () => {
    const { actions } = keyAccount();
    await menuItem(t('retention_guard'));
    within(screen.getByText(t('guard_quality'), { selector: 'b' }).closest('li') as HTMLElement)
      .getByRole('button', { name: /^4/ })
      .focus();
    enter();
    expect(await faults()).toEqual([]);
    expect(actions.checkGuard).toHaveBeenCalledExactlyOnceWith({ item: 'quality', rating: 4, note: '' });
  });

  test('a complaint, which begins with the words of the page', async () => {
    const { actions } = keyAccount();
    actions.pageText.mockResolvedValue('The pallets were wet.');
    await key('c');
    const name = t('addComplaint');
    await screen.findByDisplayValue('The pallets were wet.');
    expect(form(name).contains(document.activeElement)).toBe(true);
    expect(await faults()).toEqual([]);
    save(name);
    const [draft] = actions.addComplaint.mock.calls[0] ?? [];
    expect(draft).toMatchObject({ text: 'The pallets were wet.', channel: 'mail' });
  });

  test('Escape closes a form and the margin stays; in a field it only leaves the field', async () => {
    const { actions } = keyAccount();
    await key('r');
    press('Escape');
    expect(screen.queryByRole('form', { name: t('retention_why') })).toBeNull();
    await menuItem(t('retention_share'));
    press('Escape');
    expect(form(t('retention_share'))).toBeTruthy();
    expect(actions.collapse).not.toHaveBeenCalled();
  });

  test('an ordinary customer has no check-list', async () => {
    draw({ content: cardContent({ customer: customer({ tier: 'ordinary' }) }) });
    await key('l');
    expect(screen.queryByRole('menuitem', { name: t('retention_guard') })).toBeNull();
  });
});

test('an overdue complaint is the evidence of a customer of whom nothing else is known, and what to do first', () => {
  const who = customer({ riskLevel: null, riskReasons: [], cadenceDays: 0 });
  draw({ content: cardContent({ customer: who, complaints: [complaint(who.id)] }) });
  const risk = screen.getByRole('region', { name: t('risk') });
  expect(within(risk).getByText(/^Overdue complaints: 1 of 1 open/)).toBeTruthy();
  expect(risk.textContent).toContain(t('warn_do_complaints'));
});
