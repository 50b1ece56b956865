import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Lock, type LockProps } from '../../components/dashboard/settings/Lock';
import { LockScreen } from '../../components/lock/LockScreen';
import { TroubleView } from '../../components/sidebar/states';

afterEach(cleanup);

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('the locked screen', () => {
  const draw = (error?: string) => {
    const does = { onUnlock: vi.fn(), onErase: vi.fn() };
    render(<LockScreen busy={false} halfway={false} error={error} {...does} />);
    return does;
  };

  it('asks for the passphrase at once, and gives what was typed', () => {
    const { onUnlock } = draw();
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase or recovery code'));
    expect(button('Unlock').disabled).toBe(true);
    type('Passphrase or recovery code', ' seven grey herons');
    fireEvent.click(button('Unlock'));
    expect(onUnlock).toHaveBeenCalledWith(' seven grey herons');
  });

  it('says what was wrong beside the field', () => {
    draw('neither');
    expect(screen.getByLabelText('Passphrase or recovery code').getAttribute('aria-invalid')).toBe('true');
  });

  it('erases only after it was said that both are lost', () => {
    const { onErase } = draw();
    fireEvent.click(button('Erase everything here'));
    expect(onErase).not.toHaveBeenCalled();
    fireEvent.click(screen.getByLabelText(/I have lost both/));
    fireEvent.click(button('Erase everything here'));
    expect(onErase).toHaveBeenCalledOnce();
  });
});

describe('the lock’s settings', () => {
  const draw = (given: Partial<LockProps>) => {
    const does = {
      ...{ onAfter: vi.fn(), onPrepare: vi.fn(), onKept: vi.fn(), onLockNow: vi.fn() },
      ...{ onChange: vi.fn(), onNewCode: vi.fn(), onOff: vi.fn() },
    };
    const state = { since: null, afterMinutes: 15, shortest: 8, busy: false, error: undefined, code: null };
    render(<Lock {...state} {...does} {...given} />);
    return does;
  };

  it('takes no short passphrase', () => {
    const { onPrepare } = draw({});
    type('Passphrase', 'herons');
    expect(button('Next: the recovery code').disabled).toBe(true);
    type('Passphrase', 'seven grey herons');
    fireEvent.click(button('Next: the recovery code'));
    expect(onPrepare).toHaveBeenCalledWith('seven grey herons');
  });

  it('encrypts nothing before the code is written down', () => {
    const { onKept } = draw({ code: 'ABCD-EFGH' });
    expect(screen.getByText('ABCD-EFGH')).toBeTruthy();
    fireEvent.click(button('Encrypt and lock'));
    expect(onKept).not.toHaveBeenCalled();
    fireEvent.click(screen.getByLabelText('I have written the code down'));
    fireEvent.click(button('Encrypt and lock'));
    expect(onKept).toHaveBeenCalledOnce();
  });

  it('asks for the passphrase before it is changed, the code renewed, or the lock taken off', () => {
    const { onChange, onNewCode, onOff } = draw({ since: 0 });
    for (const name of ['Change passphrase', 'New recovery code', 'Take the lock off'])
      expect(button(name).disabled).toBe(true);
    type('Passphrase until now, or recovery code', 'seven grey herons');
    expect(button('Change passphrase').disabled).toBe(true);
    type('New passphrase', 'nine red foxes');
    fireEvent.click(button('Change passphrase'));
    fireEvent.click(button('New recovery code'));
    fireEvent.click(button('Take the lock off'));
    expect(onChange).toHaveBeenCalledWith('seven grey herons', 'nine red foxes');
    expect(onNewCode).toHaveBeenCalledWith('seven grey herons');
    expect(onOff).toHaveBeenCalledWith('seven grey herons');
  });
});

it('beside a page no passphrase is asked for: the button leads to Margin’s own tab', () => {
  const onUnlock = vi.fn();
  const { container } = render(
    <TroubleView trouble="locked" onPanel={vi.fn()} onRetry={vi.fn()} onUnlock={onUnlock} />,
  );
  expect(container.querySelector('input')).toBeNull();
  for (const one of screen.getAllByRole('button', { name: 'Unlock in Margin’s tab' })) fireEvent.click(one);
  expect(onUnlock).toHaveBeenCalledTimes(2); // the rail's and the open margin's: one of them is seen
});
