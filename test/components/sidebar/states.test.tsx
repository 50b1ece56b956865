import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { draw } from '../support/draw';
import { cardContent, customer, person } from '../support/fixtures';

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('who is this about?', () => {
  test('a near-tie is asked, with where each stands on the page', () => {
    const people = [
      person({ key: 'a', name: 'Mara Lindqvist', customer: customer(), via: 'email' }),
      person({ key: 'b', name: 'Jo Abara', value: 'jo@quayside.test', role: 'participant', forwarded: true }),
    ];
    const { actions } = draw({ content: { kind: 'ask', people } });
    expect(screen.getByRole('heading', { name: 'Who is this about?' })).toBeTruthy();
    expect(screen.getByText('First sender of a forwarded mail · not a customer yet')).toBeTruthy();
    click(/Jo Abara/);
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith('b');
  });
});

describe('not a customer yet', () => {
  const stranger = person({ name: 'Jo Abara', value: 'jo.abara@quayside.test' });
  const content = {
    kind: 'unknown' as const,
    person: stranger,
    company: 'Quayside',
    likely: [{ customer: customer({ name: 'Quayside Foods' }), why: 'domain' as const }],
    search: { query: '', found: null },
  };

  test('one click adds them as the page shows them', () => {
    const { actions } = draw({ content });
    click('Add customer');
    expect(actions.add).toHaveBeenCalledExactlyOnceWith({
      name: 'Jo Abara',
      kind: 'person',
      company: 'Quayside',
      emails: ['jo.abara@quayside.test'],
      phones: [],
      codes: [],
    });
  });

  test('or keeps the address with a likely match', () => {
    const { actions } = draw({ content });
    expect(screen.getByText('Same e-mail domain')).toBeTruthy();
    click('Keep this address with Quayside Foods');
    expect(actions.attach).toHaveBeenCalledExactlyOnceWith(content.likely[0]?.customer.id);
    expect(actions.add).not.toHaveBeenCalled();
  });

  test('or with any other customer, found as one types; nobody is said, and nobody is made there', () => {
    const other = customer({ name: 'Northbank Ltd' });
    const hits = [{ customer: other, contact: null, matched: 'Northbank Ltd' }];
    const { actions, again } = draw({ content });
    const box = screen.getByRole('combobox', { name: 'Customer' });
    fireEvent.input(box, { target: { value: 'north' } });
    expect(actions.search).toHaveBeenCalledExactlyOnceWith('north');
    again({ content: { ...content, search: { query: 'north', found: hits } } });
    expect(screen.getAllByRole('option')).toHaveLength(1);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(actions.attach).toHaveBeenCalledExactlyOnceWith(other.id);
    again({ content: { ...content, search: { query: 'northx', found: [] } } });
    expect(screen.getByText(/^Nobody found/)).toBeTruthy();
  });
});

describe('list', () => {
  test('keeps the order of urgency, and choosing a row passes its key on', () => {
    const names = ['Overdue Ltd', 'Calm Ltd'];
    const rows = names.map((name, index) => {
      const who = customer({ name });
      return {
        person: person({ key: name, role: 'row' as const, customer: who }),
        customer: who,
        dueAt: index ? null : 0,
        complaint: index === 0,
      };
    });
    const { actions } = draw({ content: { kind: 'list', rows } });
    expect(screen.getAllByRole('listitem').map((row) => row.textContent?.includes('Overdue'))).toEqual([
      true,
      false,
    ]);
    click(/Calm Ltd/);
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith('Calm Ltd');
  });
});

describe('when the database cannot be used', () => {
  test.each(['denied', 'elsewhere'] as const)('%s in the page: the side panel is offered', (trouble) => {
    const { actions } = draw({ content: { kind: 'trouble', trouble } });
    expect(screen.getByRole('alert').textContent).toMatch(/side panel/);
    click('Open the side panel');
    expect(actions.openSidePanel).toHaveBeenCalledOnce();
  });

  test.each(['blocked', 'closed', 'failed'] as const)('%s: one can try again', (trouble) => {
    const { actions } = draw({ content: { kind: 'trouble', trouble } });
    expect(screen.queryByRole('button', { name: 'Open the side panel' })).toBeNull();
    click('Try again');
    expect(actions.retry).toHaveBeenCalledOnce();
  });

  test('a newer database is shown and cannot be changed', () => {
    draw({ readOnly: true });
    expect(screen.getByText(/written by a newer Margin/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Hengxin Machinery' })).toBeTruthy();
    expect(
      (screen.getByRole('textbox', { name: 'Note' }).closest('fieldset') as HTMLFieldSetElement).disabled,
    ).toBe(true);
    expect(screen.queryByRole('button', { name: 'Change the risk' })).toBeNull();
  });
});

describe('toast', () => {
  test('undoes the change', () => {
    const onUndo = vi.fn();
    draw({ toast: { id: '1', text: 'Note saved', onUndo, what: 'note-added' } });
    expect(screen.getAllByRole('status').some((one) => one.textContent?.includes('Note saved'))).toBe(true);
    click('Undo');
    expect(onUndo).toHaveBeenCalledOnce();
  });

  test('goes by itself, unless it is pointed at; a failure stays', () => {
    vi.useFakeTimers();
    try {
      const toast = { id: '1', text: 'Note saved', what: null };
      const { actions, again, container } = draw({ toast });
      const box = container.querySelector('.toast') as HTMLElement;
      fireEvent.pointerEnter(box);
      vi.advanceTimersByTime(60_000);
      expect(actions.closeToast).not.toHaveBeenCalled();
      fireEvent.pointerLeave(box);
      vi.advanceTimersByTime(60_000);
      expect(actions.closeToast).toHaveBeenCalledOnce();
      again({ toast: { ...toast, id: '2', bad: true }, actions });
      vi.advanceTimersByTime(60_000);
      expect(actions.closeToast).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('rail', () => {
  test('one button with the customer, tier and what is due; nothing else of the margin', () => {
    const { actions } = draw({ collapsed: true, dueCount: 3 });
    const buttons = screen.getAllByRole('button');
    expect(buttons).toHaveLength(1);
    expect(buttons[0]?.getAttribute('aria-label')).toBe(
      'Open Margin · Hengxin Machinery · Best core · Due: 3',
    );
    click(/Open Margin/);
    expect(actions.collapse).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('hostile text', () => {
  test('is shown as text', () => {
    const name = `<script>document.title='hit'</script><img src=x onerror=alert(1)> ${'x'.repeat(10_000)}`;
    const { container } = draw({ content: cardContent({ customer: customer({ name, riskNote: name }) }) });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(name);
    expect(container.querySelector('script, img')).toBeNull();
  });
});

describe('where the margin stands', () => {
  test('in the page it can go to the other side, and help is beside that', () => {
    const { actions, again } = draw({ side: 'right' });
    click('More');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Move to the left of the page' }));
    expect(actions.moveTo).toHaveBeenCalledExactlyOnceWith('left');
    again({ side: 'left' });
    click('More');
    expect(screen.getByRole('menuitem', { name: 'Move to the right of the page' })).toBeTruthy();
    fireEvent.click(screen.getByRole('menuitem', { name: /Keyboard keys/ }));
    expect(screen.getByRole('dialog', { name: /Keyboard keys/ })).toBeTruthy();
  });

  test('in the browser’s own panel there is no side to move to, and the page can be taught', () => {
    const { actions } = draw({ collapsed: null });
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.queryByText(/^Move to/)).toBe(null);
    fireEvent.click(screen.getByText('Not read rightly? Teach this page'));
    expect(actions.teach).toHaveBeenCalledOnce();
  });

  test('a page that has changed says so above what was found, and on the rail', () => {
    const { actions } = draw({ changed: true });
    fireEvent.click(screen.getByRole('button', { name: 'Teach this page again' }));
    expect(actions.teach).toHaveBeenCalledOnce();
    draw({ changed: true, collapsed: true });
    expect(screen.getByRole('button', { name: /This page has changed/ })).toBeTruthy();
  });
});

test('a margin that is covered says so, and its way out works all the same', () => {
  const { actions } = draw({ covered: true });
  expect(screen.getByRole('heading', { name: 'Something lies over the margin' })).toBeTruthy();
  const panel = screen.getByRole('button', { name: 'Open the side panel' });
  expect(panel.closest('[data-safe]')).toBe(panel);
  fireEvent.click(panel);
  expect(actions.openSidePanel).toHaveBeenCalledOnce();
});
