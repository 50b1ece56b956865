import type { Settings } from '../../utils/browser/settings';
import type { SnoozeChoice } from '../../utils/contact';
import type {
  Complaint,
  Contact,
  Customer,
  Interaction,
  InteractionKind,
  Reminder,
  Repeat,
  Stage,
} from '../../utils/customer/model';
import type { CustomerDue, DueItem } from '../../utils/retention/due-item';
import type { Defection, GuardCheck, GuardItem, Plan } from '../../utils/retention/model';
import type { RetentionRows } from '../../utils/store/api';
import type { ChangeWhat, Draft, JournalEntry } from '../../utils/store/types';
import type { Insight } from '../../utils/value/insight-types';
import type { ToastMessage } from '../controls';
import type { DueListProps } from '../due/DueList';
import type { WorthActions, WorthDetails } from '../ledger/props';
import type { ComplaintDraft } from '../retention/ComplaintForm';
import type { PlanDraft } from '../retention/PlanForm';
import type { LeavingDraft } from '../retention/ReasonForm';
import type { SatisfactionAnswer } from '../retention/SatisfactionForm';
import type { ShareDraft } from '../retention/ShareForm';
import type { Suggestion } from '../search/CustomerSearch';

/** What the sidebar draws and what it can ask for. Nothing here knows a store or a browser. */

/** One person on the page, resolved as far as it goes. Strings come from the page: data, shown as text. */
export interface Person {
  /** Stable while the page shows them. */
  key: string;
  /** The address, number, code or name that was found. */
  value: string;
  name: string;
  kind: 'email' | 'phone' | 'name' | 'code';
  role: 'counterpart' | 'participant' | 'own' | 'mention' | 'row';
  /** The original sender of a forwarded mail. */
  forwarded: boolean;
  /** Null: no customer yet. */
  customer: Customer | null;
  contact: Contact | null;
  /** How the customer was found; null where there is none. */
  via: 'email' | 'code' | 'phone' | 'domain' | 'name' | null;
}

/** A customer that the unknown person may belong to, and why. */
export interface Likely {
  customer: Customer;
  /** `phone` and `address`: the same name, and one of them too: it seems to be one more address of theirs. */
  why: 'phone' | 'address' | 'domain' | 'name';
}

export interface ListRow {
  person: Person;
  customer: Customer;
  /** Epoch ms of what is due, or null. */
  dueAt: number | null;
  /** A complaint is open. */
  complaint: boolean;
}

export interface Card {
  customer: Customer;
  contacts: Contact[];
  interactions: Interaction[];
  reminders: Reminder[];
  complaints: Complaint[];
  /** What ledger and referrals come to; null: there are none, and what was entered by hand is all. */
  insight: Insight | null;
  /** What was recorded about their staying. */
  retention: RetentionRows;
}

export type Trouble =
  /** The browser refuses the database in this frame (cookies blocked). */
  | 'denied'
  /** This frame sees another database than the rest of Margin (first-party isolation). */
  | 'elsewhere'
  /** Another page of an older Margin holds the database. */
  | 'blocked'
  /** Margin was updated or closed the database under this page. */
  | 'closed'
  /** Nobody has unlocked the database. */
  | 'locked'
  /** It is being locked, or unlocked for good. */
  | 'moving'
  | 'failed';

export type Content =
  | { kind: 'loading' }
  | { kind: 'trouble'; trouble: Trouble }
  | { kind: 'none' }
  | { kind: 'ask'; people: Person[] }
  | { kind: 'list'; rows: ListRow[] }
  | ({ kind: 'due' } & Pick<DueListProps, 'items' | 'total' | 'snoozes'>)
  | {
      kind: 'unknown';
      person: Person;
      /** A guess from the address's private domain, '' where it says nothing. */
      company: string;
      likely: Likely[];
      /** Of all customers, what was typed and who was found; null: not answered yet. */
      search: { query: string; found: readonly Suggestion[] | null };
    }
  | {
      kind: 'card';
      person: Person | null;
      card: Card;
      history: JournalEntry[];
      draft: NoteDraft;
      /** One more address or number of theirs, as the page has it. */
      also?: { kind: 'email' | 'phone'; value: string; why: 'reply' | 'signature' } | null;
      /** Whom this customer may be the same as, likeliest first. */
      same?: readonly Customer[];
      /** Read once it is wanted; null until then. */
      worth: WorthDetails | null;
      /** The search for who referred them. */
      referrer: { query: string; found: readonly Suggestion[] | null };
    };

export interface NoteDraft {
  text: string;
  kind: InteractionKind;
}

export type CustomerPatch = Partial<Omit<Draft<'customers'>, 'id' | 'sample'>>;
export type ContactDraft = Pick<Contact, 'name' | 'title' | 'emails' | 'phones'>;
export interface ReminderDraft {
  reason: string;
  local: string;
  repeat: Repeat | null;
}

/** Each of these that changes something ends in a toast with Undo, or in one that says what went wrong. */
export interface SidebarActions extends WorthActions {
  choose(key: string): void;
  /** To where `back` says. */
  goBack(): void;
  /** From anywhere to whoever is on the page. */
  toPage(): void;
  showDue(): void;
  doneDue(item: DueItem): void;
  snoozeDue(item: CustomerDue, local: string): void;
  collapse(collapsed: boolean): void;
  /** To this side of the page. */
  moveTo(side: 'left' | 'right'): void;
  openDashboard(view: string): void;
  openSidePanel(): void;
  retry(): void;
  /** Opens the window in which this page is taught. */
  teach(): void;
  closeToast(): void;
  undo(changeId: string): void;

  add(draft: CustomerPatch & { name: string }): void;
  /** Looks for the customer whom the person on the page belongs to. */
  search(query: string): void;
  /** The person on the page belongs to this customer: keep their address there. */
  attach(customerId: string): void;
  /** The address or number that the page shows as one more of theirs is kept with them. */
  addAlso(): void;
  edit(patch: CustomerPatch): void;
  /** The ledger, the referrals and the model are looked at: reads them, and again as they change. */
  wantWorth(): void;
  remove(): void;
  addContact(draft: ContactDraft): void;
  editContact(id: string, patch: Partial<ContactDraft>): void;
  removeContact(id: string): void;

  /** At each input: kept, so that nothing typed is lost. */
  draft(draft: NoteDraft): void;
  /** Keeps the draft as a note. */
  saveNote(draft: NoteDraft): void;
  editNote(id: string, text: string): void;
  removeNote(id: string): void;

  /** The contact that was due has been made: the reminder is done, or the cadence starts again. */
  contacted(): void;
  snooze(choice: Pick<SnoozeChoice, 'local'>): void;
  addReminder(draft: ReminderDraft): void;
  doneReminder(id: string): void;
  removeReminder(id: string): void;
  /** The words of the page that a complaint begins with: what is marked, else its title, which is a mail's subject. */
  pageText(): Promise<string>;
  addComplaint(draft: ComplaintDraft): void;
  editComplaint(
    id: string,
    patch: Partial<
      Pick<Complaint, 'status' | 'resolution' | 'text' | 'dueDate' | 'category' | 'channel' | 'owner'>
    >,
  ): void;
  removeComplaint(id: string): void;

  /** Why they leave, or buy a part elsewhere. */
  addDefection(draft: LeavingDraft): void;
  wonBack(record: Pick<Defection, 'id' | 'customerId' | 'extent'>): void;
  /** The stage held by hand from now on; null: as ledger and records tell (`told`). */
  pinStage(stage: Stage | null, told?: Stage): void;
  addWallet(draft: ShareDraft): void;
  addSatisfaction(draft: SatisfactionAnswer): void;
  /** Dated measures become reminders. */
  addPlan(draft: PlanDraft): void;
  doneMeasure(plan: Pick<Plan, 'id' | 'measures'>, measureId: string): void;
  checkGuard(check: Pick<GuardCheck, 'rating' | 'note'> & { item: GuardItem }): void;
}

export interface Surroundings {
  settings: Pick<Settings, 'currency' | 'cadenceDays' | 'remindAt'>;
  now: number;
  /** IANA. */
  zone: string;
  /** The database is newer than this code: look, do not touch. */
  readOnly: boolean;
}

export interface SidebarProps extends Surroundings {
  content: Content;
  /** Everyone on the page whom one can switch to, best first. */
  people: Person[];
  /** Key of the one shown, or null. */
  current: string | null;
  /** Where the way back leads: to the page's list, from a card to what is due, or to who is on the page. */
  back: 'list' | 'due' | 'page' | null;
  dueCount: number;
  /** Null: this is the browser's own panel, which has its own way to close. */
  collapsed: boolean | null;
  /** The page is not as its site file knows it. */
  changed: boolean;
  /** Something of the page lies over the margin, and nothing in it acts. */
  covered: boolean;
  /** Where a rail may be shown, on which side of the page. */
  side: 'left' | 'right';
  toast: (ToastMessage & { what: ChangeWhat | null }) | null;
  actions: SidebarActions;
}

/** What each part of the card is given. */
export type CardProps = Omit<SidebarProps, 'content'> & Extract<Content, { kind: 'card' }>;
