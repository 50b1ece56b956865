import { EmptyState, LoadingState } from '../../components/controls';
import type { RecordActions } from '../../components/dashboard/record/props';
import { Record } from '../../components/dashboard/record/Record';
import { later } from '../../components/later';
import { stageOf, warningOf } from '../../components/retention/warning';
import { changeName } from '../../components/terms';
import { download } from '../../utils/browser/backup-folder';
import { sendMessage } from '../../utils/browser/messages';
import { snoozeChoices } from '../../utils/contact';
import { canonicalEmail } from '../../utils/customer/email';
import { t } from '../../utils/i18n';
import type { ChangeWhat, CustomerCard, MadeBackup } from '../../utils/store';
import * as act from '../../utils/store/actions';
import { complaintState } from '../../utils/store/complaint-actions';
import { useLive } from '../../utils/ui/live';
import { zoneHere } from '../../utils/ui/page';
import { troubleWords } from '../../utils/ui/trouble';
import { countries } from './countries';
import { customerFile } from './data/customer-file';
import { StayingView } from './StayingView';
import type { ViewProps } from './views';

const WorthView = later(() => import('./WorthView').then((all) => all.WorthView), 4);

interface RecordViewProps extends ViewProps {
  id: string;
  onClose: () => void;
}

/** One customer's record, read live; each edit is a change with Undo. */
export function RecordView(props: RecordViewProps) {
  const { store, settings, id, now, onClose } = props;
  const answer = useLive(store, async () => ({ card: await store.card(id) }), [id]);
  if (answer.value === null) return <LoadingState rows={6} />;
  const { card } = answer.value;
  if (!card || card.customer.deletedAt !== null) return <EmptyState title={t('dash_gone')} />;
  const zone = zoneHere();
  const warning = warningOf({ card, settings, now, zone });
  const tomorrow = snoozeChoices(now, zone, settings.remindAt).find((choice) => choice.id === 'tomorrow');
  return (
    <Record
      card={card}
      now={now}
      currency={settings.currency}
      nextLocal={tomorrow?.local ?? ''}
      countries={countries}
      readAddress={canonicalEmail}
      actions={{ ...actionsOf(props, zone), ...endings(props, card) }}
      onClose={onClose}
      worth={<WorthView {...props} card={card} />}
      staying={<StayingView {...props} card={card} warning={warning} />}
      riskLevel={warning.level}
      stage={stageOf({ card, now, zone })?.stage ?? card.customer.stage}
    />
  );
}

/** What is done with the record as a whole and is no change with Undo. */
function endings(
  { store, source, changes, id, onClose }: RecordViewProps,
  card: CustomerCard,
): Pick<RecordActions, 'exportPage' | 'erase'> {
  return {
    exportPage: () =>
      void customerFile(store, card).then(
        ({ name, file }) => download(name, file),
        (error: unknown) => changes.tell(t('dash_failed', { WHY: troubleWords(error) }), true),
      ),
    erase: () =>
      void changes
        .attempt(async () => {
          await store.eraseCustomer(id, source);
          void sendMessage('remindersChanged', undefined).catch(() => undefined);
          void sendMessage('valueChanged', undefined).catch(() => undefined);
          return {
            changeId: null,
            text: erasedText((await store.backupState()).made, card.customer.createdAt),
          };
        })
        .then((done) => done && onClose()),
  };
}

/** Backups that were made since the customer was added hold them still. */
function erasedText(made: readonly MadeBackup[], since: number): string {
  const holding = made.filter(({ at }) => at >= since);
  const [newest] = holding;
  return newest
    ? t('record_erasedBackups', { COUNT: holding.length, NAME: newest.name })
    : t('record_erased');
}

function actionsOf(
  { store, source, changes, id, onClose }: RecordViewProps,
  zone: string,
): Omit<RecordActions, 'exportPage' | 'erase'> {
  const run = (what: ChangeWhat, change: () => Promise<string>) => changes.run(changeName(what), change);
  const done = (what: ChangeWhat, change: () => Promise<string>) => void run(what, change);
  return {
    edit: (patch) => done('customer-edited', () => act.editCustomer(store, source, id, patch)),
    remove: () =>
      void run('customer-removed', () => act.removeCustomer(store, source, id)).then((ok) => ok && onClose()),
    addContact: (name) =>
      done('contact-added', () => act.addContact(store, source, { customerId: id, name })),
    editContact: (row, patch) => done('contact-edited', () => act.editContact(store, source, row, patch)),
    removeContact: (row) => done('contact-removed', () => act.removeContact(store, source, row)),
    addNote: (kind, text) =>
      done('note-added', () => act.addNote(store, source, id, { kind, text, page: null })),
    editNote: (row, text) => done('note-edited', () => act.editNote(store, source, row, { text })),
    removeNote: (row) => done('note-removed', () => act.removeNote(store, source, row)),
    addReminder: (draft) =>
      done('reminder-added', () => act.addReminder(store, source, { customerId: id, zone, ...draft })),
    doneReminder: (row) => done('reminder-done', () => act.doneReminder(store, source, row, Date.now())),
    removeReminder: (row) => done('reminder-removed', () => act.removeReminder(store, source, row)),
    addComplaint: (text, dueDate) =>
      done('complaint-added', () =>
        act.addComplaint(store, source, { customerId: id, text, dueDate, openedAt: Date.now() }),
      ),
    editComplaint: (complaint, { status, ...patch }) =>
      done('complaint-edited', () =>
        status === undefined
          ? act.editComplaint(store, source, complaint.id, patch)
          : complaintState(store, source, complaint, status, Date.now(), patch),
      ),
    removeComplaint: (row) => done('complaint-removed', () => act.removeComplaint(store, source, row)),
  };
}
