import { useLayoutEffect, useState } from 'preact/hooks';
import type { NoteDraft } from '../../utils/browser/draft';
import type { Customer } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Button, IconButton } from '../controls';
import { DueList, type DueListProps } from '../due/DueList';
import { CustomerSearch, type NewCustomer, type Suggestion } from '../search/CustomerSearch';
import { NoteForm, type NoteFormProps } from './NoteForm';
import { SiteOffer, type SiteOfferProps } from './SiteOffer';
import { WhoLine } from './WhoLine';

export interface PopupProps {
  draft: NoteDraft;
  onDraft: (patch: Partial<NoteDraft>) => void;
  /** The customer of `draft.customerId`; null where none is chosen. */
  customer: Customer | null;
  query: string;
  onQuery: (text: string) => void;
  suggestions: readonly Suggestion[];
  unknown: NewCustomer | null;
  form: Pick<NoteFormProps, 'remindOptions' | 'nowLocal' | 'saveKey'>;
  saving: boolean;
  /** Saves the note; called only when there is something to save and somebody to save it for. */
  onSave: (draft: NoteDraft) => void;
  /** Another page's unsaved note, the newest. */
  waiting: { title: string; onContinue: () => void; onDiscard: () => void } | null;
  /** To where a backup is brought in; null: the database is the one of before. */
  onLost: (() => void) | null;
  offer: SiteOfferProps | null;
  due: DueListProps | null;
  onDashboard: () => void;
  /** Teaches the page in front; null: it is none of the web. */
  onTeach: (() => void) | null;
}

const hasWho = ({ customerId, newName }: NoteDraft) => customerId !== null || newName !== '';
const hasWords = ({ text, quote, remindLocal }: NoteDraft) => `${text}${quote}${remindLocal}`.trim() !== '';

function problemOf(draft: NoteDraft, nowLocal: string): string | null {
  if (!hasWords(draft)) return t('popup_problemEmpty');
  if (draft.remindLocal !== '' && draft.remindLocal <= nowLocal) return t('popup_problemPast');
  return hasWho(draft) ? null : t('popup_problemWho');
}

/** A quick note about the page in front, and below it what is due. */
export function Popup(props: PopupProps) {
  const { draft, onDraft, onSave, waiting, offer, due } = props;
  const [tried, setTried] = useState(false);
  const problem = problemOf(draft, props.form.nowLocal);
  const save = () => {
    setTried(true);
    if (problem === null && !props.saving) onSave(draft);
  };
  // Before the next event, not after the next frame: the keys may come before it, and would find the draft of before.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save();
    };
    document.addEventListener('keydown', onKeyDown); // wherever the focus is, or nowhere
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <main class="popup">
      <header class="popup-head">
        <h1>{t('popup_title')}</h1>
        <IconButton icon="external" label={t('popup_dashboard')} onClick={props.onDashboard} />
      </header>
      {props.onLost && <Lost onRestore={props.onLost} />}
      {waiting && <Waiting {...waiting} />}
      <div class="popup-note">
        <Who {...props} />
        <NoteForm
          key={draft.url} // another page's note takes the focus
          {...props.form}
          draft={draft}
          onDraft={onDraft}
          saving={props.saving}
          problem={tried ? problem : null}
          onSave={save}
        />
      </div>
      {offer && <SiteOffer {...offer} />}
      {props.onTeach && (
        <div class="popup-teach">
          <Button kind="plain" icon="edit" onClick={props.onTeach}>
            {t('teach_wrong')}
          </Button>
        </div>
      )}
      {due && <DueList {...due} />}
    </main>
  );
}

function Who({ draft, onDraft, customer, ...props }: PopupProps) {
  const [changing, setChanging] = useState(false);
  const made = { name: draft.newName, email: draft.newEmail };
  const change = () => {
    setChanging(true);
    onDraft({ customerId: null, newName: '', newEmail: '' });
  };
  if (customer) return <WhoLine who={{ customer }} onChange={change} />;
  if (made.name) return <WhoLine who={{ made }} onChange={change} />;
  return (
    <CustomerSearch
      query={props.query}
      onQuery={props.onQuery}
      suggestions={props.suggestions}
      unknown={props.unknown}
      autoFocus={changing}
      onChoose={(customerId) => onDraft({ customerId, newName: '', newEmail: '' })}
      onAdd={({ name, email }) => onDraft({ customerId: null, newName: name || email, newEmail: email })}
    />
  );
}

function Lost({ onRestore }: { onRestore: () => void }) {
  return (
    <section class="waiting" role="alert">
      <p>
        <b>{t('lost_title')}</b>
      </p>
      <Button kind="plain" onClick={onRestore}>
        {t('lost_restore')}
      </Button>
    </section>
  );
}

function Waiting({ title, onContinue, onDiscard }: NonNullable<PopupProps['waiting']>) {
  return (
    <section class="waiting" aria-label={t('popup_waiting')}>
      <p>
        {t('popup_waiting')} <b>{title}</b>
      </p>
      <Button kind="plain" onClick={onContinue}>
        {t('popup_waitingContinue')}
      </Button>
      <IconButton icon="trash" label={t('popup_waitingDiscard')} onClick={onDiscard} />
    </section>
  );
}
