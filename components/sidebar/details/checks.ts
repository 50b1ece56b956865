import { t } from '../../../utils/i18n';

/** What is wrong with a value typed in the details, in words; null: nothing. Kept lax: the store normalises. */
export const checkName = (value: string): string | null => (value === '' ? t('nameError') : null);

export const checkEmail = (value: string): string | null =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : t('emailError');

export const checkPhone = (value: string): string | null =>
  value.replace(/\D/g, '').length >= 5 ? null : t('phoneError');

export const checkDomain = (value: string): string | null =>
  /^[^\s@/]+\.[^\s@/.]+$/.test(value) ? null : t('domainError');

export const checkCountry = (value: string): string | null =>
  value === '' || /^[A-Za-z]{2}$/.test(value) ? null : t('countryError');

export const checkDays = (value: string): string | null =>
  value === '' || /^\d{1,4}$/.test(value) ? null : t('daysError');
