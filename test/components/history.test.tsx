import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { History } from '../../components/dashboard/history/History';
import { fieldChanges } from '../../components/journal/words';
import type { JournalEntry } from '../../utils/store/types';
import { customer, NOW } from './support/fixtures';

afterEach(cleanup);

const before = customer({ name: 'Nordwind', tier: 'ordinary', valueToDate: null });
const entryOf = (over: Partial<JournalEntry>): JournalEntry => ({
  id: 'e1',
  at: NOW,
  what: 'customer-edited',
  source: { kind: 'popup', url: 'https://mail.example.test/7' },
  customerIds: [before.id],
  rows: [],
  bulkIds: {},
  undoes: null,
  ...over,
});
const edit = (after: object) =>
  fieldChanges({ rows: [{ table: 'customers', id: before.id, before, after: { ...before, ...after } }] });

describe('a change in words', () => {
  it('tells values in the words of the interface, before and after', () => {
    expect(edit({ tier: 'best-core' })).toEqual([{ label: 'Tier', before: 'Ordinary', after: 'Best core' }]);
    expect(edit({ valueToDate: { minor: 1_250_000, currency: 'USD' } })).toEqual([
      { label: 'Value to date', before: '', after: '$12,500' },
    ]);
    expect(edit({ emails: ['a@nordwind.example', 'b@nordwind.example'] })[0]?.after).toBe(
      'a@nordwind.example, b@nordwind.example',
    );
    expect(edit({ needs: [{ kind: 'quality', text: '' }] })[0]?.after).toBe('Quality');
    const again = (repeat: object) =>
      fieldChanges({
        rows: [{ table: 'reminders', id: 'r', before: { repeat: null }, after: { repeat } }],
      })[0];
    expect(again({ every: 3, unit: 'month' })?.after).toBe('Every three months');
    expect(again({ every: 2, unit: 'week' })?.after).toBe('Every 2 weeks');
  });

  it('leaves out what the store derives', () => {
    expect(edit({ updatedAt: 9, keys: ['e:x'], terms: ['x'] })).toEqual([]);
  });

  it('tells a removal as everything going, though the row is kept', () => {
    const gone = edit({ deletedAt: NOW });
    expect(gone.find(({ label }) => label === 'Name')).toEqual({
      label: 'Name',
      before: 'Nordwind',
      after: '',
    });
  });

  it('survives rows of another age: missing and odd fields', () => {
    const rows = [
      { table: 'customers' as const, id: 'x', before: { name: 5 }, after: { emails: 'no list' } },
    ];
    expect(fieldChanges({ rows })).toEqual([{ label: 'Name', before: '5', after: '' }]);
  });

  it('cuts a long text, and shows markup as text', () => {
    const [line] = edit({ riskNote: `<script>${'x'.repeat(5_000)}` });
    expect(line?.after.length).toBeLessThan(200);
    expect(line?.after).toContain('<script>');
  });
});

describe('the history', () => {
  const draw = (entries: JournalEntry[]) => {
    const onUndo = vi.fn();
    render(
      <History
        entries={entries}
        names={new Map([[before.id, 'Nordwind']])}
        now={NOW}
        more={false}
        onMore={() => {}}
        onUndo={onUndo}
        onOpen={() => {}}
      />,
    );
    return onUndo;
  };

  it('gives source page and Undo', () => {
    const onUndo = draw([entryOf({})]);
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://mail.example.test/7');
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(onUndo).toHaveBeenCalledWith('e1');
  });

  it('offers no Undo for what is undone', () => {
    draw([entryOf({ id: 'e2', what: 'undone', undoes: 'e1' }), entryOf({})]);
    expect(screen.getAllByRole('button', { name: /^Undo/ })).toHaveLength(1);
  });

  it('never makes a link of an address that is not of the web', () => {
    draw([entryOf({ source: { kind: 'sidebar', url: 'javascript:alert(1)' } })]);
    expect(screen.queryByRole('link')).toBe(null);
  });

  it('counts the records of a bulk change', () => {
    draw([entryOf({ what: 'sample-loaded', bulkIds: { customers: ['a', 'b'], contacts: ['c'] } })]);
    expect(screen.getByText('Records: 3')).toBeTruthy();
  });
});
