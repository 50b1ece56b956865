import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDays, readDomain, readList } from '../../components/dashboard/settings/lists';
import { Settings } from '../../components/dashboard/settings/Settings';
import { DEFAULT_SETTINGS } from '../../utils/browser/settings';
import { canonicalEmail } from '../../utils/customer/email';

afterEach(cleanup);

function draw(samples = 0) {
  const onChange = vi.fn();
  const stored = {
    customers: 12,
    samples,
    bytes: 2_500_000,
    busy: false,
    onLoadSample: vi.fn(),
    onRemoveSample: vi.fn(),
  };
  render(
    <Settings
      values={DEFAULT_SETTINGS}
      onChange={onChange}
      countries={['US', 'CN', 'TW']}
      readAddress={canonicalEmail}
      stored={stored}
      value={null}
    />,
  );
  return { onChange, stored };
}

const field = (label: string) => screen.getByLabelText(label);
function type(label: string, value: string) {
  fireEvent.input(field(label), { target: { value } });
  fireEvent.blur(field(label));
}

describe('own addresses and domains', () => {
  it('keeps addresses in their canonical form, once each', () => {
    const { onChange } = draw();
    type('Your own addresses', 'Me@Shop.example\nme@shop.example, sales@shop.example');
    expect(onChange).toHaveBeenCalledWith({ ownAddresses: ['me@shop.example', 'sales@shop.example'] });
  });

  it('names the entry that is wrong, keeps what was typed and saves nothing', () => {
    const { onChange } = draw();
    type('Your own addresses', 'me@shop.example\nnonsense');
    expect(screen.getByText('“nonsense” is not an e-mail address.')).toBeTruthy();
    expect(field('Your own addresses')).toHaveProperty('value', 'me@shop.example\nnonsense');
    expect(field('Your own addresses').getAttribute('aria-invalid')).toBe('true');
    type('Your own domains', 'shop');
    expect(screen.getByText('“shop” is not a domain such as example.com.')).toBeTruthy();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('reads domains as people write them', () => {
    expect(readDomain('@Shop.Example')).toBe('shop.example');
    expect(readDomain('例子.example')).toBe('例子.example');
    for (const bad of ['shop', 'a b.example', '-a.example', 'a..example', 'a.example/x'])
      expect(readDomain(bad)).toBe(null);
    expect(readList(' ; ,\n', readDomain)).toEqual({ ok: true, values: [] });
  });
});

describe('the customer-code pattern', () => {
  it('is refused where a page could make it take for ever', () => {
    const { onChange } = draw();
    type('Customer-code pattern', '(a+)+$');
    expect(screen.getByText(/A repeat inside a repeat/)).toBeTruthy();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('says why it does not compile', () => {
    draw();
    type('Customer-code pattern', '[A-');
    expect(screen.getByText(/Not a regular expression: .+/)).toBeTruthy();
  });

  it('is tried live on a text, and kept', () => {
    const { onChange } = draw();
    fireEvent.input(field('Customer-code pattern'), { target: { value: 'HX-\\d{4}' } });
    fireEvent.input(field('Try it on a text'), { target: { value: 'see HX-2023 and HX-1' } });
    expect(screen.getByText('Found: HX-2023')).toBeTruthy();
    fireEvent.blur(field('Customer-code pattern'));
    expect(onChange).toHaveBeenCalledWith({ codePattern: 'HX-\\d{4}' });
  });
});

describe('cadences, times and sizes', () => {
  it('takes whole days or nothing', () => {
    const { onChange } = draw();
    type('Core', '21');
    expect(onChange).toHaveBeenLastCalledWith({
      cadenceDays: { ...DEFAULT_SETTINGS.cadenceDays, core: 21 },
    });
    type('Core', '');
    expect(onChange).toHaveBeenLastCalledWith({
      cadenceDays: { ...DEFAULT_SETTINGS.cadenceDays, core: null },
    });
    type('Core', '1.5');
    expect(screen.getByText('Whole days from 1 to 3650, or empty for none.')).toBeTruthy();
    expect(onChange).toHaveBeenCalledTimes(2);
    expect([readDays('0'), readDays('3651'), readDays('x')]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('holds the width to its bounds', () => {
    const { onChange } = draw();
    type('Width in pixels', '900');
    expect(screen.getByText('From 320 to 500.')).toBeTruthy();
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.keyDown(field('Width in pixels'), { key: 'Escape' });
    expect(field('Width in pixels')).toHaveProperty('value', '360');
    type('Width in pixels', '400');
    expect(onChange).toHaveBeenCalledWith({ width: 400 });
  });
});

describe('data on this machine', () => {
  it('loads sample data where there is none, and removes it where there is', () => {
    const { stored } = draw(0);
    expect(screen.getByRole('button', { name: 'Remove sample data' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('button', { name: 'Load sample data' }));
    expect(stored.onLoadSample).toHaveBeenCalledTimes(1);
    cleanup();
    const again = draw(15).stored;
    expect(screen.getByRole('button', { name: 'Load sample data' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('button', { name: 'Remove sample data' }));
    expect(again.onRemoveSample).toHaveBeenCalledTimes(1);
  });
});
