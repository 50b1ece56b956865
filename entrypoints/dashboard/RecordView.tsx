import { EmptyState, LoadingState } from '../../components/controls';
import type { RecordActions } from '../../components/dashboard/record/props';
import { Record } from '../../components/dashboard/record/Record';
import { later } from '../../components/later';
import { changeName } from '../../components/terms';
import { snoozeChoices } from '../../utils/contact';
import { canonicalEmail } from '../../utils/customer/email';
import { t } from '../../utils/i18n';
import type { ChangeWhat } from '../../utils/store';
import * as act from '../../utils/store/actions';
import { useLive } from '../../utils/ui/live';
import { zoneHere } from '../../utils/ui/page';
import { countries } from './countries';
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
  const tomorrow = snoozeChoices(now, zone, settings.remindAt).find((choice) => choice.id === 'tomorrow');
  return (
    <Record
      card={card}
      now={now}
      currency={settings.currency}
      nextLocal={tomorrow?.local ?? ''}
      countries={countries}
      readAddress={canonicalEmail}
      actions={actionsOf(props, zone)}
      onClose={onClose}
      worth={<WorthView {...props} card={card} />}
    />
  );
}

function actionsOf({ store, source, changes, id, onClose }: RecordViewProps, zone: string): RecordActions {
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
    editComplaint: (row, patch) =>
      done('complaint-edited', () => act.editComplaint(store, source, row, resolved(patch))),
    removeComplaint: (row) => done('complaint-removed', () => act.removeComplaint(store, source, row)),
  };
}

type ComplaintPatch = Parameters<RecordActions['editComplaint']>[1];

/** A complaint that is resolved takes the time of it along; one that is opened again loses it. */
function resolved(patch: ComplaintPatch) {
  if (patch.status === undefined || patch.status === 'confirmed') return patch;
  return { ...patch, resolvedAt: patch.status === 'resolved' ? Date.now() : null };
}
