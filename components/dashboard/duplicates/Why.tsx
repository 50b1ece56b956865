import type { Explanation } from '../../../utils/customer/duplicates';
import { localeTag, t } from '../../../utils/i18n';
import { numberFormat } from '../../../utils/intl';

const SHOWN = 5;

/** What speaks for and against two records being one, loudest first: a sentence and a bar a field. */
export function Why({ title, why }: { title: string; why: Explanation }) {
  const told = why.reasons.filter(({ strength }) => strength !== 0).slice(0, SHOWN);
  const likely = numberFormat(localeTag(), { style: 'percent', maximumFractionDigits: 0 });
  return (
    <section class="why">
      <h4 class="why-title">
        <span class="clamp-1" dir="auto">
          {title}
        </span>
        <span class="faint">{t('dupes_sure', { PERCENT: likely.format(Math.min(why.score, 0.99)) })}</span>
      </h4>
      <ul>
        {told.map(({ key, params, strength, field }) => (
          <li key={field} class={strength > 0 ? 'why-line why-for' : 'why-line why-against'}>
            <span class="why-bar" aria-hidden="true">
              <span style={{ width: `${(Math.abs(strength) / 3) * 100}%` }} />
            </span>
            <span class="unseen">{t(strength > 0 ? 'dupes_for' : 'dupes_against')}: </span>
            <span dir="auto">{t(key, { A: params.A.slice(0, 80), B: params.B.slice(0, 80) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
