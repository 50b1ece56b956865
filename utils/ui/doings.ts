import type { SidebarActions } from '../../components/sidebar/props';
import type { NoteDraft } from '../browser/drafts';
import { nextContact } from '../contact';
import type { Contact } from '../customer/model';
import { t } from '../i18n';
import { withTier } from '../retention/shown';
import { type ChangeWhat, type CustomerCard, RowMissing } from '../store';
import * as act from '../store/actions';
import { complaintState } from '../store/retention-actions';
import type { Also } from './also';
import { type Around, failed, pageRef, settle, sourceOf } from './around';
import { type Goings, goings } from './goings';
import { type Leaving, leaving } from './leaving-doings';
import { EMPTY_DRAFT } from './state';
import { type WorthDoings, worthDoings } from './worth';

/** The sidebar's callbacks: each change is written, then told in a toast with Undo; a failure says what to do. */
export function doings(around: Around): SidebarActions {
  return {
    ...goings(around),
    ...changes(around),
    ...happenings(around),
    ...leaving(around),
    ...worthDoings(around),
  };
}

type Changes =
  | 'add'
  | 'search'
  | 'attach'
  | 'addAlso'
  | 'edit'
  | 'remove'
  | 'addContact'
  | 'editContact'
  | 'removeContact';

function changes(around: Around): Pick<SidebarActions, Changes> {
  const { store, given, said } = around;
  const source = () => sourceOf(given);
  const ask = (what: ChangeWhat, change: Promise<string>) => void settle(around, what, change);
  const withCard = (use: (card: CustomerCard) => void) => {
    const card = said.found.value?.found?.card;
    if (card) use(card);
  };
  return {
    add: (draft) =>
      ask(
        'customer-added',
        act.addCustomer(store, source(), draft).then(({ changeId }) => changeId),
      ),
    search: (query) => {
      given.query.value = query;
    },
    attach: (customerId) => ask('contact-added', attach(around, customerId)),
    addAlso: () => {
      const [also, found] = [said.also.value, said.found.value?.found];
      if (!also || !found) return;
      const contact = found.card.contacts.find(({ id }) => id === found.contactId);
      ask(contact ? 'contact-edited' : 'customer-edited', addAlso(around, found.card, contact, also));
    },
    edit: (patch) =>
      withCard(({ customer }) =>
        ask('customer-edited', act.editCustomer(store, source(), customer.id, patch)),
      ),
    remove: () =>
      withCard(({ customer }) => ask('customer-removed', act.removeCustomer(store, source(), customer.id))),
    addContact: (draft) =>
      withCard(({ customer }) =>
        ask('contact-added', act.addContact(store, source(), { customerId: customer.id, ...draft })),
      ),
    editContact: (id, patch) => ask('contact-edited', act.editContact(store, source(), id, patch)),
    removeContact: (id) => ask('contact-removed', act.removeContact(store, source(), id)),
  };
}

type Happenings = Exclude<keyof SidebarActions, Goings | Changes | Leaving | WorthDoings>;

function happenings(around: Around): Pick<SidebarActions, Happenings> {
  const { store, host, given, said } = around;
  const source = () => sourceOf(given);
  const ask = (what: ChangeWhat, change: Promise<string>) => void settle(around, what, change);
  const withCard = (use: (card: CustomerCard) => void) => {
    const card = said.found.value?.found?.card;
    if (card) use(card);
  };
  const next = (card: CustomerCard) =>
    nextContact(withTier(card), card.reminders, given.settings.value.cadenceDays, host.now());
  return {
    draft: (draft) =>
      withCard(({ customer }) => {
        given.draft.value = draft;
        if (!host.writeDraft(customer.id, draft)) failed(around, t('fail_draft'));
      }),
    saveNote: (note) => withCard(({ customer: { id } }) => void saveNote(around, id, note)),
    editNote: (id, text) => ask('note-edited', act.editNote(store, source(), id, { text })),
    removeNote: (id) => ask('note-removed', act.removeNote(store, source(), id)),
    contacted: () =>
      withCard((card) => {
        const id = next(card)?.reminderId;
        const now = host.now();
        if (id) ask('reminder-done', act.doneReminder(store, source(), id, now));
        else ask('contacted', act.markContacted(store, source(), card.customer.id, now));
      }),
    snooze: ({ local }) =>
      withCard((card) => {
        const id = next(card)?.reminderId;
        if (id) return ask('reminder-snoozed', act.snoozeReminder(store, source(), id, local));
        const draft = { customerId: card.customer.id, reason: t('nextCadence'), local, zone: host.zone };
        ask('reminder-added', act.addReminder(store, source(), draft));
      }),
    addReminder: (draft) =>
      withCard(({ customer: { id } }) =>
        ask(
          'reminder-added',
          act.addReminder(store, source(), { customerId: id, zone: host.zone, ...draft }),
        ),
      ),
    doneReminder: (id) => ask('reminder-done', act.doneReminder(store, source(), id, host.now())),
    removeReminder: (id) => ask('reminder-removed', act.removeReminder(store, source(), id)),
    pageText: async () => {
      const page = pageRef(given);
      return page ? (await host.readSelection()) || page.title : '';
    },
    addComplaint: (draft) =>
      withCard(({ customer: { id } }) => {
        const row = { customerId: id, openedAt: host.now(), page: pageRef(given), ...draft };
        ask('complaint-added', act.addComplaint(store, source(), row));
      }),
    editComplaint: (id, { status, ...patch }) =>
      withCard(({ complaints }) => {
        const row = complaints.find((one) => one.id === id);
        if (status && row)
          ask('complaint-edited', complaintState(store, source(), row, status, host.now(), patch));
        else ask('complaint-edited', act.editComplaint(store, source(), id, patch));
      }),
    removeComplaint: (id) => ask('complaint-removed', act.removeComplaint(store, source(), id)),
  };
}

/** Makes the draft a note; Undo makes it a draft again, unless another has been begun. */
async function saveNote(around: Around, id: string, note: NoteDraft): Promise<void> {
  const { store, host, given, said } = around;
  const show = (draft: NoteDraft) => {
    host.writeDraft(id, draft);
    if (said.found.value?.found?.card.customer.id === id) given.draft.value = draft;
  };
  const page = pageRef(given);
  const change = act.addNote(store, sourceOf(given), id, { ...note, page });
  const onUndone = () => {
    if (!host.readDraft(id)?.text) show(note);
  };
  if (await settle(around, 'note-added', change, { onUndone })) show(EMPTY_DRAFT);
}

/** Keeps one more address or number with a contact, or with the customer. */
function addAlso(
  { store, given }: Around,
  { customer }: CustomerCard,
  contact: Contact | undefined,
  { kind, value }: Also,
): Promise<string> {
  const owner = contact ?? customer;
  const patch =
    kind === 'email' ? { emails: [...owner.emails, value] } : { phones: [...owner.phones, value] };
  return contact
    ? act.editContact(store, sourceOf(given), contact.id, patch)
    : act.editCustomer(store, sourceOf(given), customer.id, patch);
}

/** Keeps the address of the person on the page with a customer: as a contact of a company, as one more of a person. */
async function attach({ store, given, said }: Around, customerId: string): Promise<string> {
  const person = said.shown.value;
  const card = await store.card(customerId);
  if (!person || !card) throw new RowMissing('customers', customerId);
  const { customer } = card;
  const emails = person.kind === 'email' ? [person.value] : [];
  const phones = person.kind === 'phone' ? [person.value] : [];
  const codes = person.kind === 'code' ? [person.value] : [];
  const contactId = said.likely.value?.find((one) => one.customer.id === customerId)?.contactId;
  const contact = card.contacts.find(({ id }) => id === contactId);
  if (contact)
    return act.editContact(store, sourceOf(given), contact.id, { emails: [...contact.emails, ...emails] });
  if (customer.kind === 'company' && codes.length === 0) {
    const name = person.name || person.value;
    return act.addContact(store, sourceOf(given), { customerId, name, emails, phones });
  }
  return act.editCustomer(store, sourceOf(given), customerId, {
    emails: [...customer.emails, ...emails],
    phones: [...customer.phones, ...phones],
    codes: [...customer.codes, ...codes],
  });
}
