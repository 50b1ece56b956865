import { t } from '../../../utils/i18n';
import type { Check } from '../../../utils/import/check';
import type { Plan } from '../../../utils/import/plan';
import type { Opening } from '../../../utils/import/protocol';
import { type Columns, FIELDS, type Field } from '../../../utils/transfer/columns';
import { REPEATABLE } from '../../../utils/transfer/headers';
import { Select } from '../../controls';
import { fieldName } from './words';

export interface MappingProps {
  opening: Opening;
  plan: Plan;
  check: Check | null;
  onPlan: (patch: Partial<Plan>) => void;
}

const EXAMPLES = 3;

/** Each column of the file with some of its cells, and what it is taken for. */
export function Mapping({ opening, plan, check, onPlan }: MappingProps) {
  const options = [
    { value: '', text: t('import_leaveOut') },
    ...FIELDS[plan.kind].map((field) => ({ value: field as string, text: fieldName(field) })),
  ];
  return (
    <section aria-label={t('import_columns')}>
      <h3 class="import-part">
        {t('import_columns')}
        {opening.remembered && <span class="faint import-note">{t('import_remembered')}</span>}
      </h3>
      <ul class="import-map">
        {opening.headers.map((header, at) => (
          <li key={at} class={plan.columns[at] ? 'import-column' : 'import-column import-left-out'}>
            <span class="import-head">
              <span class="import-header" dir="auto">
                {header || t('import_noHeader', { NUMBER: at + 1 })}
              </span>
              <span class="import-cells faint" dir="auto">
                {examples(check, at).join(' · ')}
              </span>
            </span>
            <Select
              label={t('import_takenFor', { HEADER: header || String(at + 1) })}
              hideLabel
              value={plan.columns[at] ?? ''}
              options={options}
              onChange={(value) => onPlan({ columns: placed(plan, at, (value || null) as Field | null) })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A field that stood elsewhere moves here, unless several columns may fill it. */
function placed({ columns, kind }: Plan, at: number, field: Field | null): Columns {
  const several = field !== null && kind === 'customers' && REPEATABLE.has(field);
  return columns.map((known, index) => {
    if (index === at) return field;
    return known === field && !several ? null : known;
  });
}

function examples(check: Check | null, at: number): string[] {
  const cells = (check?.preview ?? []).map((row) => (row.cells[at] ?? '').trim().slice(0, 40));
  return [...new Set(cells.filter((cell) => cell !== ''))].slice(0, EXAMPLES);
}
