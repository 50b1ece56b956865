import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Teach, type TeachProps } from '../../components/teach/Teach';

afterEach(cleanup);

const idle = () => undefined;
const START: TeachProps = {
  host: 'akten.werkhof.example',
  phase: 'ready',
  again: false,
  things: [],
  reads: [],
  problem: null,
  onAllow: idle,
  onPoint: idle,
  onStop: idle,
  onKind: idle,
  onDrop: idle,
  onSave: idle,
  onSites: idle,
  onClose: idle,
};
const email = {
  kind: 'email',
  kinds: ['email', 'name', 'code'],
  value: 'oliver@werkhof.example',
  ways: 4,
} as const;
const code = { kind: 'code', kinds: ['code', 'name'], value: 'K-20417', ways: 3 } as const;
const here = { url: 'https://akten.werkhof.example/1', title: 'Akte 1', here: true };
const reads: TeachProps['reads'] = [
  { ...here, values: ['oliver@werkhof.example'], agreed: { count: 4, of: 4 } },
  { url: 'https://akten.werkhof.example/2', title: 'Akte 2', here: false, values: [], agreed: null },
];
const draw = (props: Partial<TeachProps>) => render(<Teach {...START} {...props} />);
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });

const STATES: Record<string, Partial<TeachProps>> = {
  'before the page is known': { phase: 'waiting', host: '' },
  'a site that is not allowed': { phase: 'ask' },
  'nothing pointed at': {},
  'being pointed at': { phase: 'pointing' },
  'two things taught': { things: [email, code], reads },
  'taught anew, and refused': { again: true, things: [email], reads, problem: 'The site was not allowed.' },
  saved: { phase: 'saved', things: [email], reads },
  'its tab is gone': { phase: 'gone' },
};

describe('the window that teaches a page', () => {
  it.each(Object.entries(STATES))('%s: no accessibility fault that axe can find', async (_, state) => {
    document.documentElement.lang = 'en';
    document.title = 'Margin';
    const { container } = draw(state);
    // Contrast needs pixels.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  });

  it('asks for the site first, and for nothing else', () => {
    const onAllow = vi.fn();
    draw({ phase: 'ask', onAllow });
    expect(screen.getAllByRole('button')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button'));
    expect(onAllow).toHaveBeenCalledOnce();
  });

  it('begins with pointing; there is nothing to keep yet', () => {
    const onPoint = vi.fn();
    draw({ onPoint });
    expect(screen.queryByRole('button', { name: 'Keep this' })).toBeNull();
    const [first] = screen.getAllByRole('button');
    if (first) fireEvent.click(first);
    expect(onPoint).toHaveBeenCalledOnce();
  });

  it('shows what is read on each page, says where nothing is, and lets a thing be another kind or go', () => {
    const onKind = vi.fn();
    const onDrop = vi.fn();
    draw({ things: [email, code], reads, onKind, onDrop });
    const [first] = screen.getAllByRole('combobox');
    if (first) fireEvent.change(first, { target: { value: 'name' } });
    expect(onKind).toHaveBeenCalledWith('email', 'name');
    fireEvent.click(button(/K-20417/));
    expect(onDrop).toHaveBeenCalledWith('code');
    const [, list] = screen.getAllByRole('list');
    const lines = within(list as HTMLElement).getAllByRole('listitem');
    expect(lines[0]?.textContent).toContain('oliver@werkhof.example');
    expect(lines[1]?.textContent).toContain('Akte 2');
    expect(lines[1]?.textContent).not.toContain('@');
  });

  it('keeps nothing while something is still being pointed at', () => {
    const onSave = vi.fn();
    const { rerender } = draw({ phase: 'pointing', things: [email], onSave });
    const save = () => screen.getAllByRole<HTMLButtonElement>('button').at(-1) as HTMLButtonElement;
    expect(save().disabled).toBe(true);
    rerender(<Teach {...START} phase="ready" things={[email]} onSave={onSave} />);
    fireEvent.click(save());
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('says what went wrong where a screen reader hears it', () => {
    draw({ problem: 'The site was not allowed.' });
    expect(screen.getByRole('alert').textContent).toBe('The site was not allowed.');
  });
});
