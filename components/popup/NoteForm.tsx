import type { NoteDraft } from '../../utils/browser/draft';
import { INTERACTION_KINDS } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Button, Icon, IconButton, TextArea } from '../controls';
import { interactionName } from '../terms';
import { RemindChoice, type RemindOption } from './RemindChoice';

export interface NoteFormProps {
  draft: NoteDraft;
  /** Called with every keystroke: the draft is kept at once. */
  onDraft: (patch: Partial<NoteDraft>) => void;
  remindOptions: readonly RemindOption[];
  /** The earliest time that can be picked, `YYYY-MM-DDTHH:mm`. */
  nowLocal: string;
  saveKey: string;
  saving: boolean;
  /** Why the note cannot be saved as it is, said once the user has tried. */
  problem: string | null;
  onSave: () => void;
}

export function NoteForm(props: NoteFormProps) {
  const { draft, onDraft, saving, problem, onSave } = props;
  return (
    <>
      <TextArea
        label={t('popup_note')}
        hideLabel
        rows={4}
        autoFocus
        value={draft.text}
        placeholder={t('popup_notePlaceholder')}
        error={problem ?? undefined}
        onInput={(text) => onDraft({ text })}
      />
      {draft.quote && <Quote text={draft.quote} onRemove={() => onDraft({ quote: '' })} />}
      <fieldset class="kinds">
        <legend class="unseen">{t('popup_kind')}</legend>
        {INTERACTION_KINDS.map((kind) => (
          <label key={kind} class="kind">
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={draft.kind === kind}
              onChange={() => onDraft({ kind })}
            />
            <Icon name={kind} />
            {interactionName(kind)}
          </label>
        ))}
      </fieldset>
      <RemindChoice
        options={props.remindOptions}
        value={draft.remindLocal}
        min={props.nowLocal}
        onChange={(remindLocal) => onDraft({ remindLocal })}
      />
      <div class="save">
        <p class="page-ref" title={draft.url}>
          <span class="page-title">{draft.title || draft.url}</span>
          <span class="page-url">{draft.url}</span>
        </p>
        <Button kind="primary" keyHint={props.saveKey} disabled={saving} onClick={onSave}>
          {t('save')}
        </Button>
      </div>
    </>
  );
}

/** What was marked in the page: goes with the note unless the reader takes it out. */
function Quote({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <figure class="quote" aria-label={t('popup_quote')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long quotation is scrolled with the keys */}
      <blockquote tabIndex={0}>{text}</blockquote>
      <IconButton icon="close" label={t('popup_quoteRemove')} onClick={onRemove} />
    </figure>
  );
}
