import { useState } from 'preact/hooks';
import { INTERACTION_KINDS, type Interaction, type InteractionKind } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { Button, FormActions, Icon, IconButton, Select, TextArea } from '../../controls';
import { dateTimeText } from '../../format';
import { interactionName } from '../../terms';
import type { RecordProps } from './props';

/** Notes and contacts, newest first, and a place for a new one. */
export function Notes({ card: { interactions }, now, actions }: RecordProps) {
  return (
    <div class="list-part">
      <NewNote onAdd={actions.addNote} />
      <ul class="lines">
        {interactions.map((note) => (
          <NoteLine key={note.id} note={note} now={now} actions={actions} />
        ))}
      </ul>
    </div>
  );
}

function NewNote({ onAdd }: { onAdd: (kind: InteractionKind, text: string) => void }) {
  const [kind, setKind] = useState<InteractionKind>('note');
  const [text, setText] = useState('');
  const add = () => {
    if (!text.trim()) return;
    onAdd(kind, text.trim());
    setText('');
  };
  return (
    <form
      class="new-note"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && add()}
    >
      <TextArea
        label={t('popup_note')}
        hideLabel
        rows={2}
        placeholder={t('popup_notePlaceholder')}
        value={text}
        onInput={setText}
      />
      <div class="inline-form">
        <Select
          label={t('popup_kind')}
          hideLabel
          value={kind}
          options={INTERACTION_KINDS.map((value) => ({ value, text: interactionName(value) }))}
          onChange={setKind}
        />
        <Button submit>{t('save')}</Button>
      </div>
    </form>
  );
}

interface NoteLineProps extends Pick<RecordProps, 'now' | 'actions'> {
  note: Interaction;
}

function NoteLine({ note, now, actions }: NoteLineProps) {
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <li class="note-line">
      <p class="note-head">
        <Icon name={note.kind} />
        {interactionName(note.kind)}
        <time dateTime={new Date(note.at).toISOString()}>{dateTimeText(note.at, now)}</time>
        <span class="note-actions">
          <IconButton
            icon="edit"
            label={t('record_editNote')}
            expanded={editing !== null}
            onClick={() => setEditing(editing === null ? note.text : null)}
          />
          <IconButton
            icon="trash"
            label={t('record_removeNote')}
            onClick={() => actions.removeNote(note.id)}
          />
        </span>
      </p>
      {editing === null ? (
        note.text && <p class="note-text">{note.text}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (editing !== note.text) actions.editNote(note.id, editing);
            setEditing(null);
          }}
        >
          <TextArea label={t('popup_note')} hideLabel rows={4} value={editing} onInput={setEditing} />
          <FormActions onCancel={() => setEditing(null)} />
        </form>
      )}
      {note.page && <PageLink {...note.page} />}
    </li>
  );
}

/** A page's own words are only shown; its address is a link only where it is one of the web. */
export function PageLink({ url, title }: { url: string; title: string }) {
  if (!/^https?:\/\//.test(url)) return <p class="note-page">{title || url}</p>;
  return (
    <p class="note-page">
      <a href={url} target="_blank" rel="noopener noreferrer">
        {title || url}
      </a>
    </p>
  );
}
