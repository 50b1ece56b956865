import { localeTag } from '../../../utils/i18n';

export interface Choice {
  value: string;
  text: string;
}

const sorted = (choices: Choice[]) => {
  const collator = new Intl.Collator(localeTag());
  return choices.sort((a, b) => collator.compare(a.text, b.text));
};

/** Every currency that this browser knows, by its name in the reader's language. */
export function currencyChoices(): Choice[] {
  const names = new Intl.DisplayNames(localeTag(), { type: 'currency' });
  return sorted(
    Intl.supportedValuesOf('currency').map((code) => ({ value: code, text: `${names.of(code)} (${code})` })),
  );
}

/** These countries (ISO 3166-1 alpha-2), by their names in the reader's language. */
export function countryChoices(codes: readonly string[]): Choice[] {
  const names = new Intl.DisplayNames(localeTag(), { type: 'region' });
  return sorted(codes.map((code) => ({ value: code, text: names.of(code) ?? code })));
}
