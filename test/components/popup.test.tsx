import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Popup, type PopupProps } from '../../components/popup/Popup';
import type { Suggestion } from '../../components/search/CustomerSearch';
import type { NoteDraft } from '../../utils/browser/draft';
import { newId } from '../../utils/id';
import { customer } from './support/fixtures';

afterEach(cleanup);

const li = customer({ name: '李雷', company: '恒信矿业', emails: ['li.lei@hengxin.example'] });
const anna = customer({ name: 'Anna Meier' });
const hits: Suggestion[] = [
  { customer: li, contact: null, matched: 'lilei' },
  { customer: anna, contact: null, matched: '' },
];
const EMPTY: NoteDraft = {
  url: 'https://mail.example.test/42',
  title: 'Re: delivery',
  text: '',
  kind: 'note',
  quote: '',
  customerId: null,
  newName: '',
  newEmail: '',
  remindLocal: '',
  at: 0,
};

/** The popup over a draft in memory, as its page wires it. */
function Bench({ start = {}, ...props }: { start?: Partial<NoteDraft> } & Partial<PopupProps>) {
  const [draft, setDraft] = useState({ ...EMPTY, ...start });
  const [query, setQuery] = useState('');
  return (
    <Popup
      draft={draft}
      onDraft={(patch) => {
        setDraft((last) => ({ ...last, ...patch }));
        props.onDraft?.(patch);
      }}
      customer={[li, anna].find(({ id }) => id === draft.customerId) ?? null}
      query={query}
      onQuery={setQuery}
      suggestions={query === '' ? [] : hits}
      unknown={props.unknown ?? null}
      form={{
        remindOptions: [{ text: 'Tomorrow', local: '2026-11-22T09:00', detail: 'Sun, 09:00' }],
        nowLocal: '2026-11-21T21:00',
        saveKey: 'Ctrl+↵',
      }}
      saving={false}
      onSave={props.onSave ?? (() => {})}
      waiting={props.waiting ?? null}
      offer={props.offer ?? null}
      due={null}
      onDashboard={() => {}}
      onTeach={null}
      onLost={props.onLost ?? null}
    />
  );
}

const note = () => screen.getByRole('textbox', { name: 'Note' });
const search = () => screen.getByRole('combobox', { name: 'Customer' });
const selected = () => screen.getByRole('option', { selected: true }).textContent;

describe('choosing the customer', () => {
  it('is done with the keys alone: arrows go round, Enter takes', () => {
    render(<Bench />);
    fireEvent.input(search(), { target: { value: 'l' } });
    expect(search().getAttribute('aria-expanded')).toBe('true');
    expect(selected()).toContain('李雷');
    fireEvent.keyDown(search(), { key: 'ArrowUp' });
    expect(selected()).toContain('Add “l”');
    fireEvent.keyDown(search(), { key: 'ArrowDown' });
    fireEvent.keyDown(search(), { key: 'ArrowDown' });
    expect(selected()).toContain('Anna Meier');
    expect(search().getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('option', { selected: true }).id,
    );
    fireEvent.keyDown(search(), { key: 'Enter' });
    expect(screen.queryByRole('combobox')).toBe(null);
    expect(screen.getByText('Anna Meier')).toBeTruthy();
  });

  it('leaves Enter to the input method while it composes', () => {
    render(<Bench />);
    fireEvent.input(search(), { target: { value: 'l' } });
    fireEvent.keyDown(search(), { key: 'Enter', isComposing: true });
    expect(search()).toBeTruthy();
  });

  it('closes the list, not more, on Escape', () => {
    const outer = vi.fn();
    document.addEventListener('keydown', outer);
    render(<Bench />);
    fireEvent.input(search(), { target: { value: 'l' } });
    fireEvent.keyDown(search(), { key: 'Escape' });
    expect(search().getAttribute('aria-expanded')).toBe('false');
    expect(outer).not.toHaveBeenCalled();
    document.removeEventListener('keydown', outer);
  });

  it('adds what was typed; an address becomes name and e-mail', () => {
    const onDraft = vi.fn();
    render(<Bench onDraft={onDraft} />);
    fireEvent.input(search(), { target: { value: 'mei@nord.example' } });
    fireEvent.keyDown(search(), { key: 'ArrowUp' });
    fireEvent.keyDown(search(), { key: 'Enter' });
    expect(onDraft).toHaveBeenCalledWith({
      customerId: null,
      newName: 'mei@nord.example',
      newEmail: 'mei@nord.example',
    });
  });

  it('offers the stranger on the page with name and address', () => {
    const onSave = vi.fn();
    render(<Bench onSave={onSave} unknown={{ name: 'Han Mei', email: 'han@nord.example' }} />);
    fireEvent.focus(search());
    fireEvent.keyDown(search(), { key: 'Enter' });
    fireEvent.input(note(), { target: { value: 'Asks for a quotation' } });
    fireEvent.keyDown(note(), { key: 'Enter', ctrlKey: true });
    expect(onSave).toHaveBeenCalledWith(
      expect.objectContaining({ newName: 'Han Mei', newEmail: 'han@nord.example', customerId: null }),
    );
  });
});

describe('writing the note', () => {
  it('has the focus at once', () => {
    render(<Bench />);
    expect(document.activeElement).toBe(note());
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('saves words, kind and reminder on %j + Enter', (held) => {
    const onSave = vi.fn();
    render(<Bench onSave={onSave} start={{ customerId: li.id, quote: 'marked words' }} />);
    fireEvent.input(note(), { target: { value: 'Called back' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Call' }));
    fireEvent.click(screen.getByRole('button', { name: 'Tomorrow' }));
    fireEvent.keyDown(note(), { key: 'Enter', ...held });
    expect(onSave).toHaveBeenCalledTimes(1);
    expect(onSave).toHaveBeenCalledWith({
      ...EMPTY,
      text: 'Called back',
      quote: 'marked words',
      kind: 'call',
      customerId: li.id,
      remindLocal: '2026-11-22T09:00',
    });
  });

  it('says what is missing and keeps what was typed', () => {
    const onSave = vi.fn();
    render(<Bench onSave={onSave} />);
    fireEvent.keyDown(note(), { key: 'Enter', ctrlKey: true });
    expect(screen.getByText('Write a note or set a reminder first.')).toBeTruthy();
    fireEvent.input(note(), { target: { value: 'For whom?' } });
    fireEvent.keyDown(note(), { key: 'Enter', ctrlKey: true });
    expect(screen.getByText('Choose the customer above, or add a new one.')).toBeTruthy();
    expect(note()).toHaveProperty('value', 'For whom?');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('refuses a reminder in the past', () => {
    const onSave = vi.fn();
    render(<Bench onSave={onSave} start={{ customerId: li.id, remindLocal: '2026-11-20T09:00' }} />);
    fireEvent.keyDown(note(), { key: 'Enter', ctrlKey: true });
    expect(screen.getByText('That time has passed. Pick a later one.')).toBeTruthy();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('hands every keystroke to be kept, and can leave the marked words out', () => {
    const onDraft = vi.fn();
    render(<Bench onDraft={onDraft} start={{ quote: 'marked words' }} />);
    fireEvent.input(note(), { target: { value: 'H' } });
    fireEvent.input(note(), { target: { value: 'Ha' } });
    expect(onDraft.mock.calls).toEqual([[{ text: 'H' }], [{ text: 'Ha' }]]);
    fireEvent.click(screen.getByRole('button', { name: 'Leave the marked text out' }));
    expect(screen.queryByText('marked words')).toBe(null);
  });

  it('takes a reminder back when its chip is pressed again', () => {
    render(<Bench />);
    const chip = screen.getByRole('button', { name: 'Tomorrow' });
    fireEvent.click(chip);
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(chip);
    expect(chip.getAttribute('aria-pressed')).toBe('false');
  });

  it('offers the unsaved note of another page', () => {
    const onContinue = vi.fn();
    render(<Bench waiting={{ title: `Other ${newId()}`, onContinue, onDiscard: () => {} }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(onContinue).toHaveBeenCalledTimes(1);
  });

  it('says that the database was lost, and leads to the backup', () => {
    const onLost = vi.fn();
    render(<Bench onLost={onLost} />);
    expect(screen.getByRole('alert').textContent).toContain('Your data is gone from this browser');
    fireEvent.click(screen.getByRole('button', { name: 'Restore a backup' }));
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  it('asks for the site straight from the click', () => {
    const onAllow = vi.fn();
    render(<Bench offer={{ host: 'desk.example.test', onAllow, onShowOnce: () => {} }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Use Margin on this site' }));
    expect(onAllow).toHaveBeenCalledTimes(1);
  });
});
