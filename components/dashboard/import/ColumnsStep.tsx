import { t } from '../../../utils/i18n';
import { lacking, type Plan } from '../../../utils/import/plan';
import { IMPORT_KINDS } from '../../../utils/transfer/headers';
import { Button, Icon } from '../../controls';
import { countText, dateTimeText, sizeText } from '../../format';
import { Mapping } from './Mapping';
import { Options } from './Options';
import { Preview } from './Preview';
import { Verdict } from './Verdict';
import type { ImportView, Reopen } from './view';
import { fieldName } from './words';

export interface ColumnsProps {
  view: Extract<ImportView, { step: 'columns' }>;
  now: number;
  onPlan: (patch: Partial<Plan>) => void;
  onReopen: (how: Reopen) => void;
  onStart: () => void;
  onAgain: () => void;
}

/** What the columns are and how they are read, with what would come of it. */
export function ColumnsStep(props: ColumnsProps) {
  const { view, onPlan, onStart, onAgain } = props;
  const { opening, plan, check } = view;
  const missing = lacking(plan);
  return (
    <div class="import-columns">
      <div class="import-file">
        <h2 class="sheet-title" dir="auto">
          {opening.fileName}
        </h2>
        <span class="faint">
          {sizeText(opening.size)}
          {check && ` · ${t('import_rows', { COUNT: countText(check.rows) })}`}
        </span>
        <fieldset class="import-kinds">
          <legend class="unseen">{t('import_kind')}</legend>
          {IMPORT_KINDS.map((kind) => (
            <Button key={kind} pressed={plan.kind === kind} onClick={() => onPlan({ kind })}>
              {t(`import_kind_${kind}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      {opening.before && (
        <p class="notice">
          <Icon name="alert" />
          {t('import_before', { WHEN: dateTimeText(opening.before.at, props.now) })}
        </p>
      )}
      <Mapping opening={opening} plan={plan} check={check} onPlan={onPlan} />
      <Options {...props} />
      <Verdict plan={plan} check={check} size={opening.size} onPlan={onPlan} />
      <Preview plan={plan} check={check} />
      <div class="import-go">
        {missing.length > 0 && (
          <p class="field-error" role="status">
            {t('import_missing', {
              FIELDS: missing.map((ways) => ways.map(fieldName).join(' / ')).join('; '),
            })}
          </p>
        )}
        <div class="sheet-actions">
          <Button kind="primary" disabled={missing.length > 0 || nothing(check)} onClick={onStart}>
            {t('import_start')}
          </Button>
          <Button onClick={onAgain}>{t('import_otherFile')}</Button>
        </div>
      </div>
    </div>
  );
}

const nothing = (check: ColumnsProps['view']['check']): boolean =>
  check?.done === true && check.rows === check.rejected;
