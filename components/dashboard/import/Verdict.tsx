import { t } from '../../../utils/i18n';
import type { Check } from '../../../utils/import/check';
import type { Plan } from '../../../utils/import/plan';
import { Icon } from '../../controls';
import { countText } from '../../format';
import { reasonText } from './words';

/** What would come of the whole file: how many rows are taken, and what is refused, turned or worth knowing. */
export function Verdict({
  plan,
  check,
  size,
}: {
  plan: Plan;
  check: Check | null;
  size: number;
  onPlan: (patch: Partial<Plan>) => void;
}) {
  if (!check) return <p class="import-verdict faint">{t('import_checking', { SHARE: '0' })}</p>;
  const share = Math.floor((Math.min(check.bytes, size) / Math.max(1, size)) * 100);
  const foreign = Object.entries(check.currencies).filter(([code]) => code !== plan.currency);
  return (
    <div class="import-verdict" role="status">
      <p class="import-counts">
        <strong>{t('import_accepted', { COUNT: countText(check.rows - check.rejected) })}</strong>
        {check.rejected > 0 && (
          <span class="import-bad">
            <Icon name="alert" />
            {t('import_rejected', { COUNT: countText(check.rejected) })}
          </span>
        )}
        {!check.done && <span class="faint">{t('import_checking', { SHARE: String(share) })}</span>}
        {check.from !== '' && <span class="faint">{`${check.from} – ${check.to}`}</span>}
      </p>
      <ul class="import-notes">
        {Object.entries(check.reasons).map(([id, count]) => (
          <li key={id}>
            {reasonText({ id, text: '' })}: {countText(count)}
          </li>
        ))}
        {check.turned > 0 && <li>{t('import_turned', { COUNT: countText(check.turned) })}</li>}
        {check.rounded > 0 && <li>{t('import_rounded', { COUNT: countText(check.rounded) })}</li>}
        {check.repeated > 0 && <li>{t('import_repeatedCount', { COUNT: countText(check.repeated) })}</li>}
        {check.order === undefined && <li>{t('import_orderOpen')}</li>}
        {check.mixedDates && <li>{t('import_mixedDates')}</li>}
        {foreign.length > 0 && (
          <li>
            {t('import_foreign', {
              LIST: foreign.map(([code, count]) => `${code} ${countText(count)}`).join(', '),
            })}
          </li>
        )}
      </ul>
    </div>
  );
}
