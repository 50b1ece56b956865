import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import type { CustomerDue } from '../../../utils/retention/due-item';
import { dueContent } from '../gallery/states';
import { draw, press } from '../support/draw';
import { cardContent } from '../support/fixtures';

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('what is due, inside the margin', () => {
  test('the bell and B open it; the dashboard is not opened', () => {
    const { actions } = draw();
    click('Due: 3');
    press('b');
    expect(actions.showDue).toHaveBeenCalledTimes(2);
    expect(actions.openDashboard).not.toHaveBeenCalled();
  });

  test('each line says whom, why and how late; Done and Snooze work in place', () => {
    const content = dueContent();
    const [late] = content.items;
    const { actions } = draw({ content, back: 'page' });
    expect(screen.getByText('2 days overdue')).toBeTruthy();
    expect(screen.getByText(/^Complaint: Two pallets/)).toBeTruthy();
    click('Done Hengxin Machinery');
    expect(actions.doneDue).toHaveBeenCalledExactlyOnceWith(late);
    fireEvent.click(screen.getAllByRole('button', { name: /^Snooze/ })[0] as HTMLElement);
    fireEvent.click(screen.getByRole('menuitem', { name: /Tomorrow/ }));
    expect(actions.snoozeDue).toHaveBeenCalledExactlyOnceWith(late, '2026-11-26T09:00');
  });

  test('a name opens the card here; the whole list is the dashboard’s', () => {
    const content = dueContent();
    const { actions } = draw({ content, back: 'page' });
    click(/^Quayside Foods/);
    expect(actions.openCustomer).toHaveBeenCalledExactlyOnceWith(
      (content.items[2] as CustomerDue).customer.id,
    );
    click('Show all');
    expect(actions.openDashboard).toHaveBeenCalledExactlyOnceWith('due');
  });

  test('from the card one goes back to the list or to the page; Escape steps back before it collapses', () => {
    const content = cardContent();
    const { actions, again } = draw({ content, current: null, back: 'due' });
    click('Due');
    press('Escape');
    expect(actions.goBack).toHaveBeenCalledTimes(2);
    click('Back to this page');
    expect(actions.toPage).toHaveBeenCalledOnce();
    expect(actions.collapse).not.toHaveBeenCalled();
    again({ back: null });
    press('Escape');
    expect(actions.collapse).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('the focus goes on to what is shown when its button has gone', () => {
    const { again } = draw({ content: dueContent(), back: 'page' });
    screen.getByRole('button', { name: /^Quayside Foods/ }).focus();
    again({ content: cardContent(), back: 'due' });
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  test('nothing due says what would be here, and leads to the list all the same', () => {
    const { actions } = draw({
      content: { ...dueContent(), items: [], total: 0 },
      back: 'page',
      dueCount: 0,
    });
    expect(screen.getByText('Nothing is due.')).toBeTruthy();
    click('Open the whole list');
    expect(actions.openDashboard).toHaveBeenCalledExactlyOnceWith('due');
  });

  test('a newer database is looked at alone', () => {
    draw({ content: dueContent(), back: 'page', readOnly: true });
    expect(screen.queryByRole('button', { name: /^Done/ })).toBe(null);
    expect(screen.getByRole('button', { name: /^Quayside Foods/ })).toBeTruthy();
  });
});
