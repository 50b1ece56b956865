import { t } from '../../utils/i18n';
import type { Person } from './props';

/** Where they stand on the page, in words. */
export const placeText = (person: Person): string =>
  person.forwarded ? t('role_forwarded') : t(`role_${person.role}`);

/** Why this person is offered: where they stand on the page, and how their customer was found. */
export function roleText(person: Person): string {
  const found = person.via === null ? t('notCustomer') : t(`via_${person.via}`);
  return `${placeText(person)} · ${found}`;
}

/** What to call them: the customer's contact, the name on the page, or the address itself. */
export const personName = (person: Person): string =>
  person.contact?.name || person.name || person.customer?.name || person.value;
