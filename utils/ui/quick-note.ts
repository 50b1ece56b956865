import type { NoteDraft } from '../browser/draft';
import { newId } from '../id';
import type { Change, Op, Store } from '../store';
import { newCustomer, newInteraction, newReminder } from '../store/drafts';

/** A reminder's reason is a line, not a text. */
const MAX_REASON = 200;

/** The words of a note: the reader's own, then what they marked in the page, as a quotation. */
export function noteText({ text, quote }: Pick<NoteDraft, 'text' | 'quote'>): string {
  const quoted = quote.trim().replace(/^/gm, '> ');
  return [text.trim(), quote.trim() && quoted].filter(Boolean).join('\n\n');
}

/**
 * Saves a quick note as one change: the customer where new, the note, and the reminder, all or none, one undo.
 * Returns the change's id and whose note it is; throws the errors of {@link Store.commit}.
 */
export async function saveQuickNote(
  store: Store,
  source: Change['source'],
  draft: NoteDraft,
  when: { now: number; zone: string },
): Promise<{ changeId: string; customerId: string }> {
  const made = draft.customerId === null ? newCustomerOf(draft) : null;
  const customerId = draft.customerId ?? made?.id ?? newId();
  const noted = noteOps(draft, customerId, when.now);
  const ops: Op[] = [
    ...(made ? [{ op: 'add', table: 'customers', row: made } satisfies Op] : []),
    ...noted,
    ...reminderOps(draft, customerId, when.zone),
  ];
  const contact = noted.length > 0 && draft.kind !== 'note';
  if (contact) ops.push(...(await contactOps(store, customerId, made === null, when.now)));
  const what = made ? 'customer-added' : noted.length > 0 ? 'note-added' : 'reminder-added';
  const changeId = newId();
  await store.commit({ id: changeId, what, source, ops });
  return { changeId, customerId };
}

const newCustomerOf = ({ newName, newEmail }: NoteDraft) =>
  newCustomer({ name: newName.trim(), emails: newEmail ? [newEmail] : [] });

function noteOps(draft: NoteDraft, customerId: string, at: number): Op[] {
  const text = noteText(draft);
  if (text === '' && draft.kind === 'note') return [];
  const page = draft.url === '' ? null : { url: draft.url, title: draft.title };
  const row = newInteraction({ customerId, kind: draft.kind, at, text, page });
  return [{ op: 'add', table: 'interactions', row }];
}

function reminderOps(draft: NoteDraft, customerId: string, zone: string): Op[] {
  if (draft.remindLocal === '') return [];
  const [reason = ''] = (draft.text.trim() || draft.quote.trim() || draft.title).split('\n');
  const row = newReminder({
    customerId,
    reason: reason.slice(0, MAX_REASON),
    local: draft.remindLocal,
    zone,
  });
  return [{ op: 'add', table: 'reminders', row }];
}

async function contactOps(store: Store, customerId: string, known: boolean, now: number): Promise<Op[]> {
  const [customer] = known ? await store.customers([customerId]) : [];
  if (customer && customer.lastContactAt >= now) return [];
  return [{ op: 'edit', table: 'customers', id: customerId, patch: { lastContactAt: now } }];
}
