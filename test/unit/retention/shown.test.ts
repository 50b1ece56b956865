import { describe, expect, test } from 'vitest';
import type { Customer } from '../../../utils/customer/model';
import { asShown, tierOf } from '../../../utils/retention/shown';
import { newCustomer } from '../../../utils/store/drafts';
import type { Insight } from '../../../utils/value/insight-types';

const entered = { minor: 500_00, currency: 'EUR' };
const customer = {
  ...newCustomer({ name: 'Quay Side' }),
  tier: 'ordinary' as const,
  valueToDate: entered,
} as Customer;
const insight = {
  id: customer.id,
  ...{
    currency: 'USD',
    net: 1234_5.4,
    rankedTier: 'core',
    byKind: { sale: 1234_5 },
    outlook: { value: 99.6 },
  },
} as unknown as Insight;

describe('what lists show of a customer', () => {
  test('the ledger goes before what was entered, and what is held by hand before the ledger', () => {
    expect(tierOf(customer, null)).toBe('ordinary');
    expect(tierOf(customer, insight)).toBe('core');
    expect(tierOf({ ...customer, tierPinned: 'best-core' }, insight)).toBe('best-core');
  });

  test('figures are those of the card, in whole minor units of the ledger’s currency', () => {
    const shown = asShown(customer, { insight });
    expect(shown.valueToDate).toEqual({ minor: 12_345, currency: 'USD' });
    expect(shown.valueNext12).toEqual({ minor: 100, currency: 'USD' });
  });

  test('where nothing was booked, what was entered stands', () => {
    expect(asShown(customer, { insight: { ...insight, byKind: {}, outlook: null } }).valueToDate).toEqual(
      entered,
    );
    expect(asShown(customer, {})).toMatchObject({ tier: 'ordinary', valueToDate: entered });
  });

  test('the risk is the level set by hand, else the one that was worked out, else unknown', () => {
    expect(asShown(customer, { riskLevel: 'high' }).riskLevel).toBe('high');
    expect(asShown({ ...customer, riskLevel: 'low' }, { riskLevel: 'high' }).riskLevel).toBe('low');
    expect(asShown(customer, {}).riskLevel).toBeNull();
  });
});
