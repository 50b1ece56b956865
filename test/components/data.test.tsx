import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Backups } from '../../components/dashboard/data/Backups';
import { Restore } from '../../components/dashboard/data/Restore';
import type { BackupsProps, RestoreProps, RestoreView } from '../../components/dashboard/data/view';
import { Erase } from '../../components/dashboard/record/Erase';
import type { Preview, TableCounts } from '../../utils/store/api-vault';

afterEach(cleanup);
const NOW = Date.parse('2026-11-20T08:00:00Z');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const none = {
  added: 0,
  changed: 0,
  removed: 0,
  kept: 0,
  same: 0,
  erased: 0,
  onlyHere: 0,
} satisfies TableCounts;
const preview = {
  head: { madeAt: NOW - 86_400_000, customers: 12 },
  tables: [
    { table: 'customers', counts: { ...none, added: 3, same: 9, onlyHere: 2 } },
    { table: 'contacts', counts: none },
  ],
} as unknown as Preview;

function drawRestore(view: RestoreView) {
  const props: RestoreProps = {
    ...{ view, now: NOW, onFile: vi.fn(), onPassphrase: vi.fn(), onMerge: vi.fn(), onReplace: vi.fn() },
    ...{ onUndo: vi.fn(), onCancel: vi.fn() },
  };
  render(<Restore {...props} />);
  return props;
}

describe('restoring', () => {
  it('says why a file is no good, and that nothing was changed', () => {
    drawRestore({ step: 'choose', problem: 'truncated' });
    const said = screen.getByRole('alert').textContent;
    expect(said).toContain('cut off');
    expect(said).toContain('Nothing was changed.');
  });

  it('shows what would change, without the columns and tables where nothing would', () => {
    drawRestore({ step: 'preview', fileName: 'a.gz', preview });
    const table = within(screen.getByRole('table'));
    expect(table.getAllByRole('columnheader').map((one) => one.textContent)).toEqual([
      ...['What', 'New', 'Updated', 'Same', 'Only here'],
    ]);
    expect(table.getAllByRole('rowheader').map((one) => one.textContent)).toEqual(['Customers']);
    expect(table.getAllByRole('cell').map((one) => one.textContent)).toEqual(['3', '0', '9', '2']);
  });

  it('replaces only after it has been asked about', () => {
    const { onReplace, onMerge } = drawRestore({ step: 'preview', fileName: 'a.gz', preview });
    press('Replace everything…');
    expect(onReplace).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('for good');
    press('Cancel');
    press('Merge');
    expect(onMerge).toHaveBeenCalledTimes(1);
    press('Replace everything…');
    press('Replace everything here');
    expect(onReplace).toHaveBeenCalledTimes(1);
  });

  it('asks for the passphrase of a sealed file, and again where it was wrong', () => {
    const { onPassphrase } = drawRestore({ step: 'passphrase', fileName: 'a.margin', wrong: true });
    const field = screen.getByLabelText('Passphrase of a.margin');
    expect(field.getAttribute('type')).toBe('password');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    press('Show');
    expect(field.getAttribute('type')).toBe('text');
    fireEvent.input(field, { target: { value: 'seven grey herons' } });
    press('Open');
    expect(onPassphrase).toHaveBeenCalledWith('seven grey herons');
  });

  it('offers Undo for a merge alone', () => {
    drawRestore({ step: 'done', how: 'replace', changes: 0 });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBe(null);
    cleanup();
    const { onUndo } = drawRestore({ step: 'done', how: 'merge', changes: 2 });
    press('Undo');
    expect(onUndo).toHaveBeenCalledTimes(1);
  });
});

function drawBackups(over: Partial<BackupsProps['state']> = {}, folders = true) {
  const props: BackupsProps = {
    state: { ...{ made: [], everyDays: null, keep: 10, folder: null, key: null, failed: null }, ...over },
    ...{ now: NOW, folders, share: null, onBackUp: vi.fn(), onPlan: vi.fn(), onFolder: vi.fn() },
    ...{ onForgetFolder: vi.fn(), onAutomaticPassphrase: vi.fn() },
  };
  render(<Backups {...props} />);
  return props;
}

describe('backups', () => {
  it('says that there is none yet, and when the last was made', () => {
    drawBackups();
    expect(screen.getByText(/Not backed up yet/)).toBeTruthy();
    cleanup();
    const made = {
      name: 'margin-2026-11-19-0930.ndjson.gz',
      at: NOW,
      customers: 15,
      bytes: 4_200,
      sealed: false,
    };
    drawBackups({ made: [{ ...made, to: 'download' }] });
    expect(screen.getByText(/Last backup: .*15 customers/)).toBeTruthy();
    expect(screen.getByText(made.name)).toBeTruthy();
  });

  it('seals with the passphrase that was typed, and forgets it', () => {
    const { onBackUp } = drawBackups();
    const field = screen.getByLabelText('Passphrase (optional)');
    fireEvent.input(field, { target: { value: 'seven grey herons' } });
    press('Back up now');
    expect(onBackUp).toHaveBeenCalledWith('seven grey herons');
    expect(field).toHaveProperty('value', '');
  });

  it('speaks of folders only where the browser has them, and says when one was refused', () => {
    drawBackups({ everyDays: 7, failed: 'denied' });
    expect(screen.getByRole('alert').textContent).toContain('Choose it again');
    expect(screen.getByRole('button', { name: 'Choose a folder…' })).toBeTruthy();
    cleanup();
    drawBackups({}, false);
    expect(screen.queryByText('Folder')).toBe(null);
  });
});

describe('erasing a customer', () => {
  it('is done only after it has been asked about', () => {
    const actions = { remove: vi.fn(), erase: vi.fn(), exportPage: vi.fn() };
    render(<Erase actions={actions} />);
    press('Erase for good…');
    expect(actions.erase).not.toHaveBeenCalled();
    press('Erase for good');
    expect(actions.erase).toHaveBeenCalledTimes(1);
  });
});
