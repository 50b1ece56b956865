import { t } from '../../utils/i18n';
import { Figure, type FigureField } from './figure';
import type { CardProps } from './props';

const FIELDS: FigureField[] = ['valueToDate', 'valueNext12', 'valueReferred'];

/** What they are worth: three figures, each of which explains itself and can be changed where it stands. */
export function Worth(props: CardProps) {
  return (
    <section class="worth" aria-label={t('worth')}>
      {FIELDS.map((field) => (
        <Figure key={field} field={field} {...props} />
      ))}
    </section>
  );
}
