import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { Reason } from '../../../utils/retention/taxonomy';
import { Button, FormActions, IconButton, Select, TextArea, TextField } from '../../controls';
import { measuresFor, reasonLabel } from '../../retention/words';

export interface TaxonomyProps {
  reasons: readonly Reason[];
  onRename: (reason: Reason, name: string) => void;
  onMeasures: (reason: Reason, measures: string[]) => void;
  onAdd: (draft: { name: string; parent: string; controllable: boolean }) => void;
  /** How many records name it, or one below it. */
  usesOf: (reason: Reason) => Promise<number>;
  /** `to`: where its records go, null: they lose it. */
  onDrop: (reason: Reason, to: string | null) => void;
}

/** The reasons, both levels: renamed, added to, or dropped; an entry in use asks where its records go. */
export function Taxonomy(props: TaxonomyProps) {
  const { reasons } = props;
  const [open, setOpen] = useState<string | null>(null);
  const groups = reasons.filter(({ parent }) => parent === '');
  return (
    <section class="box" aria-label={t('retention_taxonomy')}>
      <h2>{t('retention_taxonomy')}</h2>
      <ul class="tree">
        {groups.map((group) => (
          <li key={group.code}>
            <Line reason={group} open={open} onOpen={setOpen} {...props} />
            <ul>
              {reasons
                .filter(({ parent }) => parent === group.code)
                .map((detail) => (
                  <li key={detail.code}>
                    <Line reason={detail} open={open} onOpen={setOpen} {...props} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <AddReason {...props} />
    </section>
  );
}

type LineProps = TaxonomyProps & {
  reason: Reason;
  open: string | null;
  onOpen: (code: string | null) => void;
};

function Line(props: LineProps) {
  const { reason, open, onOpen, usesOf, onDrop } = props;
  const [uses, setUses] = useState<number | null>(null);
  const drop = async () => {
    const count = await usesOf(reason);
    if (count === 0) onDrop(reason, null);
    else setUses(count);
  };
  return (
    <>
      <div class="tree-line">
        <span class="line-text">
          {reasonLabel(reason)}
          {!reason.parent && (
            <span class="faint">
              {' '}
              · {t(reason.controllable ? 'reasons_controllable' : 'reasons_uncontrollable')}
            </span>
          )}
        </span>
        <IconButton
          icon="edit"
          label={t('retention_editReason', { NAME: reasonLabel(reason) })}
          expanded={open === reason.code}
          onClick={() => onOpen(open === reason.code ? null : reason.code)}
        />
        <IconButton
          icon="trash"
          label={t('removeThis', { TEXT: reasonLabel(reason) })}
          onClick={() => void drop()}
        />
      </div>
      {open === reason.code && <EditReason {...props} onClose={() => onOpen(null)} />}
      {uses !== null && <Where {...props} uses={uses} onClose={() => setUses(null)} />}
    </>
  );
}

function EditReason({ reason, reasons, onRename, onMeasures, onClose }: LineProps & { onClose: () => void }) {
  const [name, setName] = useState(reasonLabel(reason));
  const before = measuresFor(reasons, reason.code).join('\n');
  const [measures, setMeasures] = useState(before);
  const save = (event: Event) => {
    event.preventDefault();
    if (name.trim() && name.trim() !== reasonLabel(reason)) onRename(reason, name.trim());
    if (measures !== before)
      onMeasures(
        reason,
        measures
          .split('\n')
          .map((one) => one.trim())
          .filter(Boolean),
      );
    onClose();
  };
  return (
    <form class="form" onSubmit={save}>
      <TextField autoFocus label={t('field_name')} value={name} onInput={setName} />
      <TextArea label={t('retention_measures')} rows={3} value={measures} onInput={setMeasures} />
      <FormActions onCancel={onClose} />
    </form>
  );
}

/** An entry in use: its records go to another reason, or lose this one. */
function Where({
  reason,
  reasons,
  uses,
  onDrop,
  onClose,
}: LineProps & { uses: number; onClose: () => void }) {
  const [to, setTo] = useState('');
  const others = reasons.filter(({ code, parent }) => code !== reason.code && parent !== reason.code);
  return (
    <form
      class="form"
      aria-label={t('retention_whereRecords', { COUNT: uses })}
      onSubmit={(event) => {
        event.preventDefault();
        onDrop(reason, to || null);
        onClose();
      }}
    >
      <Select
        label={t('retention_whereRecords', { COUNT: uses })}
        value={to}
        options={[
          { value: '', text: t('retention_noReason') },
          ...others.map((one) => ({ value: one.code, text: `${one.parent ? '· ' : ''}${reasonLabel(one)}` })),
        ]}
        onChange={setTo}
      />
      <div class="row-actions">
        <Button kind="danger" submit>
          {t('remove')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

function AddReason({ reasons, onAdd }: TaxonomyProps) {
  const [name, setName] = useState('');
  const [parent, setParent] = useState('');
  const [ours, setOurs] = useState<'yes' | 'no'>('yes');
  const save = (event: Event) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const group = reasons.find(({ code }) => code === parent);
    onAdd({ name: name.trim(), parent, controllable: group?.controllable ?? ours === 'yes' });
    setName('');
  };
  return (
    <form class="form" onSubmit={save}>
      <TextField label={t('retention_newReason')} value={name} onInput={setName} />
      <Select
        label={t('retention_below')}
        value={parent}
        options={[
          { value: '', text: t('retention_firstLevel') },
          ...reasons
            .filter((one) => one.parent === '')
            .map((one) => ({ value: one.code, text: reasonLabel(one) })),
        ]}
        onChange={setParent}
      />
      {parent === '' && (
        <Select
          label={t('failure_ours')}
          value={ours}
          options={(['yes', 'no'] as const).map((value) => ({ value, text: t(`failure_${value}`) }))}
          onChange={setOurs}
        />
      )}
      <Button submit icon="plus" disabled={name.trim() === ''}>
        {t('retention_addReason')}
      </Button>
    </form>
  );
}
