import { getCountries } from 'libphonenumber-js/min';

/** The countries whose phone numbers can be read (ISO 3166-1 alpha-2). */
export const countries: readonly string[] = getCountries();
