import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { draw, press } from '../support/draw';
import { card, cardContent, complaint, contact, customer, NOW, person, reminder } from '../support/fixtures';

const click = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));

describe('the first screen', () => {
  test('says who, worth, risk with its reason and advice, and the next contact', () => {
    draw();
    expect(screen.getByRole('heading', { level: 1, name: 'Hengxin Machinery' })).toBeTruthy();
    expect(screen.getByText('Mara Lindqvist · Head of purchasing')).toBeTruthy();
    expect(screen.getByText('$1.28M')).toBeTruthy();
    expect(screen.getByText('High risk')).toBeTruthy();
    expect(screen.getByText('Competitor’s attack')).toBeTruthy();
    expect(screen.getByText(/answer it with your own strength/)).toBeTruthy();
    expect(screen.getByText('2 days overdue')).toBeTruthy();
    expect(screen.getByText('Renew the framework contract')).toBeTruthy();
  });

  test('what is not known is called unknown, never low or zero', () => {
    const who = customer({ riskLevel: null, riskReasons: [], valueToDate: null, tier: null });
    draw({ content: cardContent({ customer: who, reminders: [], complaints: [] }) });
    expect(screen.getByText('Risk unknown')).toBeTruthy();
    expect(screen.queryByText('Low risk')).toBeNull();
    expect(within(screen.getByRole('button', { name: /To date/ })).getByText('Enter')).toBeTruthy();
    expect(screen.getByText('No date')).toBeTruthy();
  });

  test('without a reminder the next contact follows the cadence of the tier', () => {
    const who = customer({ tier: 'core', lastContactAt: NOW - 33 * 86_400_000 });
    draw({ content: cardContent({ customer: who, reminders: [] }) });
    expect(screen.getByText('3 days overdue')).toBeTruthy();
    expect(screen.getByText('Regular contact')).toBeTruthy();
  });

  test('an address found by its domain alone can be added as a contact', () => {
    const content = cardContent();
    const { actions } = draw({
      content: { ...content, person: person({ via: 'domain', customer: customer() }) } as typeof content,
    });
    click('Add as contact');
    expect(actions.attach).toHaveBeenCalledOnce();
  });
});

describe('worth', () => {
  test('a figure explains itself: who entered it, when, where, and what it was', () => {
    draw();
    click(/To date/);
    const why = screen.getByRole('dialog', { name: 'Value to date' });
    expect(within(why).getByText(/Entered by you on Tue, Nov 3.*In the margin/)).toBeTruthy();
    expect(within(why).getByText(/Before: \$1,190,000/)).toBeTruthy();
    expect(within(why).getByText('$1,284,500')).toBeTruthy();
  });

  test('an amount is entered with its currency, in the units people write', () => {
    const { actions } = draw();
    click(/Next 12 months/);
    fireEvent.input(screen.getByRole('textbox', { name: 'Amount' }), { target: { value: '1.2万' } });
    fireEvent.input(screen.getByRole('textbox', { name: 'Currency' }), { target: { value: 'cny' } });
    fireEvent.submit(screen.getByRole('textbox', { name: 'Amount' }).closest('form') as HTMLFormElement);
    expect(actions.edit).toHaveBeenCalledWith({ valueNext12: { minor: 1_200_000, currency: 'CNY' } });
  });

  test('what is no amount is refused in words and nothing is saved', () => {
    const { actions } = draw();
    click(/Referred/);
    fireEvent.input(screen.getByRole('textbox', { name: 'Amount' }), { target: { value: 'a lot' } });
    fireEvent.submit(screen.getByRole('textbox', { name: 'Amount' }).closest('form') as HTMLFormElement);
    expect(screen.getByText(/Enter an amount like/)).toBeTruthy();
    expect(actions.edit).not.toHaveBeenCalled();
  });
});

describe('risk', () => {
  test('a reason is two clicks away; the first one also sets a level', () => {
    const who = customer({ riskLevel: null, riskReasons: [] });
    const { actions } = draw({ content: cardContent({ customer: who }) });
    click('Change the risk');
    click('Closing down');
    expect(actions.edit).toHaveBeenCalledExactlyOnceWith({ riskReasons: ['closure'], riskLevel: 'medium' });
  });

  test('Escape closes the editor and gives the focus back, without collapsing', () => {
    const { actions } = draw();
    click('Change the risk');
    press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change the risk' }));
    expect(actions.collapse).not.toHaveBeenCalled();
  });
});

describe('next contact', () => {
  test.each([
    ['Later today', '2026-11-25T13:00'],
    ['Tomorrow', '2026-11-26T09:00'],
    ['Next week', '2026-11-30T09:00'],
    ['Next month', '2026-12-25T09:00'],
  ])('snooze: %s', (name, local) => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { actions } = draw({ zone });
    click(/^Snooze/);
    click(new RegExp(`^${name}`), 'menuitem');
    expect(actions.snooze).toHaveBeenCalledOnce();
    expect(actions.snooze.mock.lastCall?.[0].local).toBe(local);
  });

  test('snooze to a time of one’s own', () => {
    const { actions } = draw();
    click(/^Snooze/);
    click('Pick a time…', 'menuitem');
    const when = screen.getByLabelText('When');
    fireEvent.input(when, { target: { value: '2027-01-04T08:15' } });
    fireEvent.submit(when.closest('form') as HTMLFormElement);
    expect(actions.snooze.mock.lastCall?.[0].local).toBe('2027-01-04T08:15');
  });

  test('a reminder is added with its reason and repeat', () => {
    const { actions } = draw();
    click('Reminder');
    fireEvent.input(screen.getByLabelText('What for?'), { target: { value: 'Birthday' } });
    fireEvent.input(screen.getByLabelText('When'), { target: { value: '2027-02-01T09:00' } });
    fireEvent.change(screen.getByLabelText('Repeat'), { target: { value: 'year' } });
    fireEvent.submit(screen.getByLabelText('When').closest('form') as HTMLFormElement);
    expect(actions.addReminder).toHaveBeenCalledWith({
      reason: 'Birthday',
      local: '2027-02-01T09:00',
      repeat: { every: 1, unit: 'year' },
    });
  });

  test('further reminders stand below, each with its own Done', () => {
    const who = customer();
    const later = reminder(who.id, { reason: 'Birthday', dueAt: NOW + 90 * 86_400_000 });
    const { actions } = draw({
      content: cardContent({ customer: who, reminders: [reminder(who.id), later] }),
    });
    click('Actions for the reminder “Birthday”');
    click('Done', 'menuitem');
    expect(actions.doneReminder).toHaveBeenCalledExactlyOnceWith(later.id);
  });
});

describe('note', () => {
  test('each input is kept as a draft', () => {
    const { actions } = draw();
    fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Call back' } });
    expect(actions.draft).toHaveBeenCalledExactlyOnceWith({ text: 'Call back', kind: 'note' });
  });

  test('Ctrl+Enter saves it with its kind; an input method’s Enter does not', () => {
    const content = cardContent();
    const draft = { text: ' Call back ', kind: 'call' as const };
    const { actions } = draw({ content: { ...content, draft } as typeof content });
    screen.getByRole('textbox', { name: 'Note' }).focus();
    press('Enter', { ctrlKey: true, isComposing: true });
    expect(actions.saveNote).not.toHaveBeenCalled();
    press('Enter', { ctrlKey: true });
    expect(actions.saveNote).toHaveBeenCalledExactlyOnceWith({ text: 'Call back', kind: 'call' });
  });

  test('an empty note is not saved', () => {
    const { actions } = draw();
    screen.getByRole('textbox', { name: 'Note' }).focus();
    press('Enter', { ctrlKey: true });
    expect(actions.saveNote).not.toHaveBeenCalled();
  });
});

describe('complaints', () => {
  test('the overdue one comes first and can be resolved from where it stands', () => {
    const who = customer();
    const calm = complaint(who.id, { text: 'Calm', dueDate: null });
    const late = complaint(who.id, { text: 'Late', dueDate: '2026-11-01' });
    const { actions } = draw({ content: cardContent({ customer: who, complaints: [calm, late] }) });
    const part = screen.getByRole('region', { name: 'Open complaints' });
    expect(within(part).getAllByRole('listitem')[0]?.textContent).toContain('Late');
    click('Actions for the complaint “Late”');
    click('Resolved', 'menuitem');
    expect(actions.editComplaint).not.toHaveBeenCalled();
    const how = screen.getByLabelText('How was it settled? (optional)');
    fireEvent.input(how, { target: { value: ' Credit note sent ' } });
    fireEvent.submit(how.closest('form') as HTMLFormElement);
    const patch = { status: 'resolved', resolution: 'Credit note sent' };
    expect(actions.editComplaint).toHaveBeenCalledExactlyOnceWith(late.id, patch);
  });

  test('a state that settles nothing asks nothing; Cancel leaves all as it was', () => {
    const { actions } = draw();
    click(/^Actions for the complaint/);
    click('Confirmed by customer', 'menuitem');
    click('Cancel');
    expect(actions.editComplaint).not.toHaveBeenCalled();
    click(/^Actions for the complaint/);
    click('Open', 'menuitem');
    expect(actions.editComplaint).toHaveBeenCalledExactlyOnceWith(expect.any(String), { status: 'open' });
  });

  test('a settled one is told in the timeline with what was done, and can be opened again', () => {
    const who = customer();
    const done = complaint(who.id, { status: 'resolved', resolution: 'Credit note sent', resolvedAt: NOW });
    const { actions } = draw({ content: cardContent({ customer: who, complaints: [done] }) });
    expect(screen.getByText(/→ Credit note sent/)).toBeTruthy();
    click(/^Actions for the complaint/);
    click('Open', 'menuitem');
    expect(actions.editComplaint).toHaveBeenCalledExactlyOnceWith(done.id, { status: 'open' });
  });

  test('a new one is a text and, if wanted, a date', () => {
    const { actions } = draw();
    click('Add a complaint');
    fireEvent.input(screen.getByLabelText('What is the complaint?'), { target: { value: 'Wet pallets' } });
    fireEvent.submit(screen.getByLabelText('What is the complaint?').closest('form') as HTMLFormElement);
    expect(actions.addComplaint).toHaveBeenCalledExactlyOnceWith({
      text: 'Wet pallets',
      dueDate: null,
      category: null,
      channel: 'mail',
      owner: '',
    });
  });
  test('a new one begins with what the page says', async () => {
    const { actions } = draw();
    actions.pageText.mockResolvedValue('Two pallets arrived wet');
    click('Add a complaint');
    const field = await screen.findByDisplayValue('Two pallets arrived wet');
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    expect(actions.addComplaint.mock.calls[0]?.[0].text).toBe('Two pallets arrived wet');
  });
});

describe('details', () => {
  const open = () => click('Details', 'tab');
  const type = (label: string, value: string) => {
    const field = screen.getByLabelText(label);
    fireEvent.input(field, { target: { value } });
    fireEvent.blur(field);
  };

  test('a field is saved when left, by itself', () => {
    const { actions } = draw();
    open();
    type('Colleague in charge', 'Ines');
    expect(actions.edit).toHaveBeenCalledExactlyOnceWith({ owner: 'Ines' });
  });

  test('a name cannot be emptied; an address must be one', () => {
    const who = customer({ kind: 'person', name: 'Jo Abara' });
    const { actions } = draw({ content: cardContent({ customer: who, contacts: [] }) });
    open();
    type('Name', '');
    type('E-mail addresses', 'not an address');
    expect(screen.getByText('A name is needed.')).toBeTruthy();
    expect(screen.getByText(/An address looks like/)).toBeTruthy();
    expect(actions.edit).not.toHaveBeenCalled();
  });

  test('addresses, tags and codes are added and taken out one by one', () => {
    const { actions } = draw();
    open();
    type('Tags', 'metals 2');
    expect(actions.edit).toHaveBeenLastCalledWith({ tags: ['framework contract', 'metals', 'metals 2'] });
    click('Remove “metals”');
    expect(actions.edit).toHaveBeenLastCalledWith({ tags: ['framework contract'] });
  });

  test('contacts of a company are added, edited and removed', () => {
    const made = card();
    const [mara = contact('')] = made.contacts;
    const { actions } = draw({ content: { ...cardContent(), card: made } as ReturnType<typeof cardContent> });
    open();
    click('Add a contact');
    const form = within(screen.getByLabelText('E-mail').closest('form') as HTMLFormElement);
    fireEvent.input(form.getByLabelText('Name'), { target: { value: 'Ola Berg' } });
    fireEvent.input(form.getByLabelText('E-mail'), { target: { value: 'ola@hengxin.example' } });
    fireEvent.submit(form.getByLabelText('Name').closest('form') as HTMLFormElement);
    expect(actions.addContact).toHaveBeenCalledExactlyOnceWith({
      name: 'Ola Berg',
      title: '',
      emails: ['ola@hengxin.example'],
      phones: [],
    });
    const person = within(
      screen.getByText(/Mara Lindqvist · Head/, { selector: 'summary *' }).closest('details') as HTMLElement,
    );
    const title = person.getByLabelText('Title');
    fireEvent.input(title, { target: { value: 'Buyer' } });
    fireEvent.blur(title);
    expect(actions.editContact).toHaveBeenCalledExactlyOnceWith(mara.id, { title: 'Buyer' });
  });

  test('removing asks once', () => {
    const { actions } = draw();
    open();
    click('Remove this customer');
    expect(actions.remove).not.toHaveBeenCalled();
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Remove' }));
    expect(actions.remove).toHaveBeenCalledOnce();
  });
});

describe('history', () => {
  test('each change is shown with its date, source and fields, and can be undone', () => {
    const content = cardContent();
    const { actions } = draw({ content });
    click('History', 'tab');
    expect(screen.getByText('Best core', { selector: 'ins' })).toBeTruthy();
    expect(screen.getByText('Core', { selector: 'del' })).toBeTruthy();
    expect(screen.getAllByText(/In the margin · mail\.corner\.example/).length).toBe(2);
    const [first] = screen.getAllByRole('button', { name: /^Undo/ });
    if (first) fireEvent.click(first);
    expect(actions.undo).toHaveBeenCalledExactlyOnceWith(
      content.kind === 'card' ? content.history[0]?.id : '',
    );
  });
});
