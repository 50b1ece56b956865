import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { PLAN_KINDS, type Plan } from '../../utils/retention/model';
import type { Reason } from '../../utils/retention/taxonomy';
import { Button, FormActions, IconButton, Select, TextField } from '../controls';
import { measuresFor, reasonLabel } from './words';

export interface PlanDraft {
  kind: Plan['kind'];
  reason: string | null;
  owner: string;
  measures: Array<{ text: string; owner: string; dueDate: string | null }>;
}

export interface PlanFormProps {
  reasons: readonly Reason[];
  kind: Plan['kind'];
  /** What the figures or the last record point to. */
  reason: string | null;
  owner: string;
  /** The date offered for the first measure: `YYYY-MM-DD`. */
  firstDate: string;
  onSave: (draft: PlanDraft) => void;
  onCancel: () => void;
}

/** Reason → measures (suggested, editable) → who, until when. */
export function PlanForm(props: PlanFormProps) {
  const { reasons, onSave } = props;
  const suggested = (code: string | null): PlanDraft['measures'] =>
    (code ? measuresFor(reasons, code) : ['']).map((text, i) => ({
      text,
      owner: '',
      dueDate: i === 0 ? props.firstDate : null,
    }));
  const [draft, setDraft] = useState<PlanDraft>({
    kind: props.kind,
    reason: props.reason,
    owner: props.owner,
    measures: suggested(props.reason),
  });
  const [empty, setEmpty] = useState(false);
  const set = (patch: Partial<PlanDraft>) => {
    setDraft({ ...draft, ...patch });
    setEmpty(false);
  };
  const setMeasure = (at: number, patch: Partial<PlanDraft['measures'][number]>) =>
    set({ measures: draft.measures.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  const save = (event: Event) => {
    event.preventDefault();
    const measures = draft.measures
      .map((one) => ({ ...one, text: one.text.trim(), owner: one.owner.trim() }))
      .filter(({ text }) => text !== '');
    if (measures.length === 0) return setEmpty(true);
    onSave({ ...draft, measures });
  };
  return (
    <form class="form" aria-label={t('retention_plan')} onSubmit={save}>
      <Select
        label={t('retention_planKind')}
        value={draft.kind}
        options={PLAN_KINDS.map((value) => ({
          value,
          text: t(value === 'win-back' ? 'plan_win_back' : 'plan_prevention'),
        }))}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={t('retention_reason')}
        value={draft.reason ?? ''}
        options={[
          { value: '', text: t('unknown') },
          ...reasons.map((one) => ({
            value: one.code,
            text: `${one.parent ? '· ' : ''}${reasonLabel(one)}`,
          })),
        ]}
        onChange={(code) => set({ reason: code || null, measures: suggested(code || null) })}
      />
      <TextField label={t('field_owner')} value={draft.owner} onInput={(owner) => set({ owner })} />
      <fieldset class="plain">
        <legend class="field-label">{t('retention_measures')}</legend>
        {draft.measures.map((one, i) => (
          <div key={i} class="measure">
            <TextField
              hideLabel
              label={t('retention_measure', { N: i + 1 })}
              value={one.text}
              onInput={(text) => setMeasure(i, { text })}
            />
            <TextField
              hideLabel
              type="date"
              label={t('retention_measureDate', { N: i + 1 })}
              value={one.dueDate ?? ''}
              onInput={(date) => setMeasure(i, { dueDate: date || null })}
            />
            <IconButton
              icon="close"
              label={t('removeThis', { TEXT: one.text.slice(0, 60) || String(i + 1) })}
              onClick={() => set({ measures: draft.measures.filter((_, at) => at !== i) })}
            />
          </div>
        ))}
        <Button
          kind="plain"
          icon="plus"
          onClick={() => set({ measures: [...draft.measures, { text: '', owner: '', dueDate: null }] })}
        >
          {t('retention_addMeasure')}
        </Button>
      </fieldset>
      <FormActions onCancel={props.onCancel} error={empty ? t('retention_measuresNone') : undefined} />
    </form>
  );
}
