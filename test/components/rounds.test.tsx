import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rounds, type RoundsProps } from '../../components/dashboard/retention/Rounds';
import { reasonText } from '../../components/retention/words';
import { t } from '../../utils/i18n';
import type { Asked, Round } from '../../utils/retention/model';
import { NOW } from './support/fixtures';
import { DAY, faults, own } from './support/staying';

beforeEach(() => {
  document.documentElement.lang = 'en';
});
afterEach(cleanup);

const NAMES = ['Ann', 'Bo', 'Cy', 'Di'];
const asked = (answered: number): Asked[] =>
  NAMES.map((name, i) => ({
    ...{ customerId: name, tier: 'core' as const, answeredAt: i < answered ? NOW - DAY : null },
    ...{ reasons: i < answered ? ['complaint', ...(i > 0 ? ['competitor'] : [])] : [], text: '' },
  }));
const investigation = (answered: number, patch: Partial<Round> = {}): Round => ({
  ...own('round'),
  ...{ kind: 'investigation', name: 'Spring', startedAt: NOW - 20 * DAY, seed: 7, reviews: {}, measures: [] },
  ...{ closedAt: null, asked: asked(answered), ...patch },
});

function shown(round: Round | null) {
  const on = {
    ...{
      onStart: vi.fn(async () => true),
      onAnswer: vi.fn(),
      onInterview: vi.fn(),
      onReview: vi.fn(),
      onMeasure: vi.fn(),
    },
    ...{ onMeasureDone: vi.fn(), onClose: vi.fn(), onOpen: vi.fn() },
  } satisfies Partial<RoundsProps>;
  const names = new Map(NAMES.map((name) => [name, name]));
  const known = { kind: 'investigation' as const, answers: [], edits: [], names, now: NOW, ...on };
  let becomes: (next: Round) => void = () => undefined;
  // a state of its own, as in the page: a root that is drawn again begins its ids anew (Preact 11, 2026-11)
  const Page = () => {
    const [now, setNow] = useState(round);
    becomes = setNow;
    return (
      <main>
        <h1>Margin</h1>
        <Rounds {...known} rounds={now ? [now] : []} />
      </main>
    );
  };
  render(<Page />);
  return { ...on, becomes: (next: Round) => act(() => becomes(next)) };
}
const write = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const reviewField = (name: string) => screen.queryByLabelText(name);

test('the reviews are asked for after a quarter and after three quarters of the interviews, not before', () => {
  const [quarter, most] = [t('rounds_quarter'), t('rounds_threeQuarters')];
  const { becomes, onReview } = shown(investigation(0));
  expect([reviewField(quarter), reviewField(most)]).toEqual([null, null]);
  becomes(investigation(1));
  write(quarter, '  They wait too long.  ');
  press(t('save'));
  expect(onReview).toHaveBeenCalledWith(expect.anything(), 'quarter', 'They wait too long.');
  const first = { quarter: { at: NOW, text: 'They wait too long.' } };
  becomes(investigation(2, { reviews: first }));
  expect([reviewField(quarter), reviewField(most)]).toEqual([null, null]);
  expect(screen.getByText('They wait too long.')).toBeTruthy();
  becomes(investigation(3, { reviews: first }));
  expect((screen.getByLabelText(most) as HTMLTextAreaElement).value).toBe('');
  write(most, 'Still.');
  press(t('save'));
  expect(onReview).toHaveBeenLastCalledWith(expect.anything(), 'three-quarters', 'Still.');
});

test('an empty review cannot be saved', () => {
  shown(investigation(1));
  write(t('rounds_quarter'), '   ');
  expect((screen.getByRole('button', { name: t('save') }) as HTMLButtonElement).disabled).toBe(true);
});

test('what the interviews named is counted, the most frequent first', () => {
  shown(investigation(3));
  const rows = [...screen.getByRole('table').querySelectorAll('tbody tr')];
  const told = rows.map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(told).toEqual([
    [reasonText([], 'complaint'), '3'],
    [reasonText([], 'competitor'), '2'],
  ]);
});

test('an interview of which nothing is known is not recorded; a reason or a word is enough', () => {
  const { onInterview } = shown(investigation(0));
  press(`${t('rounds_record')} Bo`);
  const form = within(screen.getByRole('form', { name: 'Bo' }));
  fireEvent.submit(screen.getByRole('form', { name: 'Bo' }));
  expect(onInterview).not.toHaveBeenCalled();
  expect(form.getByRole('alert').textContent).toBe(t('rounds_saidNothing'));
  fireEvent.input(form.getByLabelText(t('rounds_said')), { target: { value: 'Too dear' } });
  fireEvent.submit(screen.getByRole('form', { name: 'Bo' }));
  expect(onInterview).toHaveBeenCalledWith(expect.anything(), 'Bo', { reasons: [], text: 'Too dear' });
  expect(document.activeElement?.textContent).toBe('Spring'); // the form is gone: who has no mouse goes on from its round
});

test('an interview can be corrected, in a closed round too: its form holds what was recorded', async () => {
  const { onInterview, becomes } = shown(investigation(2));
  becomes(investigation(2, { closedAt: NOW }));
  press(`${t('edit')} Bo`);
  expect(await faults()).toEqual([]);
  const form = within(screen.getByRole('form', { name: 'Bo' }));
  fireEvent.click(form.getByRole('button', { name: reasonText([], 'competitor') }));
  fireEvent.input(form.getByLabelText(t('rounds_said')), { target: { value: 'Nobody called back' } });
  fireEvent.submit(screen.getByRole('form', { name: 'Bo' }));
  const told = { reasons: ['complaint'], text: 'Nobody called back' };
  expect(onInterview).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'Bo', told);
  expect(screen.queryByRole('form', { name: 'Bo' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: `${t('edit')} Bo` }));
});

test('a measure has who does it and until when, and is ticked when it is done', async () => {
  const { onMeasure, onMeasureDone, becomes } = shown(investigation(1));
  write(t('rounds_measure'), ' Answer within a day ');
  write(t('field_owner'), 'Eve');
  write(t('field_dueDate'), '2027-01-31');
  press(t('retention_addMeasure'));
  const decided = { text: 'Answer within a day', owner: 'Eve', dueDate: '2027-01-31' };
  expect(onMeasure).toHaveBeenCalledWith(expect.anything(), decided);
  expect((screen.getByLabelText(t('rounds_measure')) as HTMLInputElement).value).toBe('');
  const measure = { ...decided, id: 'm', reminderId: null, doneAt: null };
  becomes(investigation(1, { measures: [measure] }));
  expect(await faults()).toEqual([]);
  press(`${t('done')} Answer within a day`);
  expect(document.activeElement).toBe(screen.getByRole('list', { name: t('retention_measures') }));
  expect(onMeasureDone).toHaveBeenCalledWith(expect.anything(), 'm');
  becomes(investigation(1, { measures: [{ ...measure, doneAt: NOW }] }));
  expect(screen.queryByRole('button', { name: `${t('done')} Answer within a day` })).toBeNull();
});

test('a closed round asks for nothing more and still shows what was found', () => {
  const review = { quarter: { at: NOW, text: 'They wait too long.' } };
  shown(investigation(3, { closedAt: NOW, reviews: review }));
  expect(reviewField(t('rounds_threeQuarters'))).toBeNull();
  expect(screen.queryByLabelText(t('rounds_measure'))).toBeNull();
  expect(screen.queryByRole('button', { name: new RegExp(`^${t('rounds_record')}`) })).toBeNull();
  expect(screen.getByText('They wait too long.')).toBeTruthy();
});

test.each(['', '0', '-3', '2.5', 'many', '501'])('a round of “%s” is not begun, and says why', (size) => {
  const { onStart } = shown(null);
  write(t('field_name'), 'Spring');
  write(t('rounds_size'), size);
  press(t('rounds_investigation'));
  expect(onStart).not.toHaveBeenCalled();
  expect(screen.getByText(t('error_roundSize'))).toBeTruthy();
  expect((screen.getByLabelText(t('field_name')) as HTMLInputElement).value).toBe('Spring');
  write(t('rounds_size'), ' 500 ');
  press(t('rounds_investigation'));
  expect(onStart).toHaveBeenCalledWith({ name: 'Spring', size: 500 });
});
