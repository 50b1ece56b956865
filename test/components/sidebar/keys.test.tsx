import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { draw, press } from '../support/draw';
import { cardContent, customer, person } from '../support/fixtures';

const note = () => screen.getByRole('textbox', { name: 'Note' });

describe('keys of the sidebar', () => {
  test('N goes to the note', async () => {
    draw();
    press('n');
    await waitFor(() => expect(document.activeElement).toBe(note()));
  });

  test('N reaches the note from another tab of the card too', async () => {
    draw();
    fireEvent.click(screen.getByRole('tab', { name: 'History' }));
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
    press('n');
    await waitFor(() => expect(document.activeElement).toBe(note()));
  });

  test('D marks the contact as made', () => {
    const { actions } = draw();
    press('d');
    expect(actions.contacted).toHaveBeenCalledOnce();
  });

  test('S opens the snooze choices with the focus on the first', async () => {
    draw();
    press('s');
    const menu = await screen.findByRole('menu', { name: 'Snooze' });
    expect(menu.contains(document.activeElement)).toBe(true);
  });

  test('J and K step through the people of the page, round and round', () => {
    const people = ['a', 'b', 'c'].map((key) => person({ key, customer: customer() }));
    const { actions, again } = draw({ people, current: 'a' });
    press('j');
    expect(actions.choose).toHaveBeenLastCalledWith('b');
    press('k');
    expect(actions.choose).toHaveBeenLastCalledWith('c');
    again({ people, current: 'c', actions });
    press('j');
    expect(actions.choose).toHaveBeenLastCalledWith('a');
  });

  test('? shows the keys, Escape closes them and not the margin', () => {
    const { actions } = draw();
    press('?');
    expect(screen.getByRole('dialog', { name: /Keyboard/ })).toBeTruthy();
    press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(actions.collapse).not.toHaveBeenCalled();
  });

  test('Escape collapses the frame in a page, and does nothing in the side panel', () => {
    const { actions, again } = draw();
    press('Escape');
    expect(actions.collapse).toHaveBeenCalledExactlyOnceWith(true);
    again({ collapsed: null, actions });
    press('Escape');
    expect(actions.collapse).toHaveBeenCalledOnce();
  });
});

describe('never while typing', () => {
  test('letters in the note are text', () => {
    const { actions } = draw();
    note().focus();
    for (const key of ['d', 's', 'j', 'k', 'n', '?']) expect(press(key)).toBe(false);
    expect(actions.contacted).not.toHaveBeenCalled();
    expect(actions.choose).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('Escape in the note leaves the note first, then collapses', () => {
    const { actions } = draw();
    note().focus();
    press('Escape');
    expect(actions.collapse).not.toHaveBeenCalled();
    expect(document.activeElement).not.toBe(note());
    press('Escape');
    expect(actions.collapse).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('keys with a modifier and keys of an input method are not ours', () => {
    const { actions } = draw();
    press('d', { ctrlKey: true });
    press('d', { metaKey: true });
    press('d', { altKey: true });
    press('d', { isComposing: true });
    expect(actions.contacted).not.toHaveBeenCalled();
  });

  test('a letter in an open menu chooses there', async () => {
    const { actions } = draw();
    press('s');
    await screen.findByRole('menu');
    press('d');
    expect(actions.contacted).not.toHaveBeenCalled();
  });
});

describe('no keys where nothing may be changed', () => {
  test('read-only: D and S do nothing', () => {
    const { actions } = draw({ readOnly: true, content: cardContent() });
    press('d');
    press('s');
    expect(actions.contacted).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
