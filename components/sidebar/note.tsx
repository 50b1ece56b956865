import { INTERACTION_KINDS } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Button, Select, TextArea } from '../controls';
import { interactionName } from '../terms';
import type { CardProps } from './props';

/**
 * The note, one key away. Each input is kept as a draft at once, so that closing the page loses nothing;
 * Ctrl+Enter or Save makes it part of the record.
 */
export function NoteBox({ draft, actions }: CardProps) {
  const written = draft.text.trim() !== '';
  const save = () => written && actions.saveNote({ ...draft, text: draft.text.trim() });
  return (
    <form
      class={written ? 'note note-open' : 'note'}
      aria-label={t('note')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea
        id="note-text"
        hideLabel
        label={t('note')}
        rows={written ? 4 : 1}
        placeholder={t('notePlaceholder')}
        value={draft.text}
        onInput={(text) => actions.draft({ ...draft, text })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      />
      <div class="note-more">
        <Select
          hideLabel
          label={t('noteKind')}
          value={draft.kind}
          onChange={(kind) => actions.draft({ ...draft, kind })}
          options={INTERACTION_KINDS.map((kind) => ({ value: kind, text: interactionName(kind) }))}
        />
        <span class="faint" role="status">
          {written && t('draftKept')}
        </span>
        <Button kind="primary" submit disabled={!written}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
