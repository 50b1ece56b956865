import type { ComponentChildren } from 'preact';
import type {
  Complaint,
  Contact,
  Customer,
  InteractionKind,
  Reminder,
  Repeat,
} from '../../../utils/customer/model';
import type { CustomerCard } from '../../../utils/store/api';
import type { Draft } from '../../../utils/store/types';

export type CustomerPatch = Partial<Omit<Draft<'customers'>, 'id' | 'sample'>>;
export type ContactPatch = Partial<Pick<Contact, 'name' | 'title' | 'emails' | 'phones'>>;
export type ComplaintPatch = Partial<
  Pick<Complaint, 'status' | 'resolution' | 'text' | 'dueDate' | 'category' | 'channel' | 'owner'>
>;

/** Each of these is one change, told in a toast with Undo. */
export interface RecordActions {
  edit(patch: CustomerPatch): void;
  remove(): void;
  /** Hands over all that is held of the customer, as a page. */
  exportPage(): void;
  /** For good: this one has no Undo. */
  erase(): void;
  addContact(name: string): void;
  editContact(id: string, patch: ContactPatch): void;
  removeContact(id: string): void;
  addNote(kind: InteractionKind, text: string): void;
  editNote(id: string, text: string): void;
  removeNote(id: string): void;
  addReminder(draft: Pick<Reminder, 'reason' | 'local'> & { repeat: Repeat | null }): void;
  doneReminder(id: string): void;
  removeReminder(id: string): void;
  addComplaint(text: string, dueDate: string | null): void;
  editComplaint(complaint: Complaint, patch: ComplaintPatch): void;
  removeComplaint(id: string): void;
}

export interface RecordProps {
  card: CustomerCard;
  now: number;
  /** ISO 4217 of amounts that have none yet. */
  currency: string;
  /** `YYYY-MM-DDTHH:mm` that a new reminder starts from: tomorrow at the usual time. */
  nextLocal: string;
  countries: readonly string[];
  readAddress: (text: string) => string | null;
  actions: RecordActions;
  onClose: () => void;
  /** The parts about worth and about staying, which come by themselves. */
  worth: ComponentChildren;
  staying: ComponentChildren;
  /** As worked out from the evidence; null: unknown. */
  riskLevel: Customer['riskLevel'];
  /** As the card shows it: pinned, as ledger and records tell, or as entered. */
  stage: Customer['stage'];
}
