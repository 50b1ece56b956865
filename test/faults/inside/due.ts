import { newId } from '../../../utils/id.ts';
import { addCustomer, addReminder } from '../../../utils/store/actions.ts';
import { openStore } from '../../../utils/store/index.ts';

const SOURCE = { kind: 'sidebar', url: '' } as const;
const SAID = 'faults-said';
const MINUTE_MS = 60_000;

/** Writes down, across browsers, which notifications the worker shows. */
export function noteNotifications(): void {
  const { notifications, storage } = chrome;
  const create = notifications.create.bind(notifications) as (...given: unknown[]) => Promise<string>;
  let writing = Promise.resolve();
  Object.assign(notifications, {
    create: (...given: unknown[]) => {
      writing = writing.then(async () => {
        await storage.local.set({ [SAID]: [...(await said()), String(given[0])] });
      });
      return create(...given);
    },
  });
}

/** Ids of all notifications so far. */
export async function said(): Promise<string[]> {
  return ((await chrome.storage.local.get(SAID))[SAID] as string[] | undefined) ?? [];
}

/** Reminders that fell due some minutes ago, which the background has not been told of; returns their ids. */
export async function remind(count: number): Promise<string[]> {
  const store = await openStore();
  const { customerId } = await addCustomer(store, SOURCE, { name: `K ${newId()}` });
  for (let at = 1; at <= count; at++) {
    const local = new Date(Date.now() - at * MINUTE_MS).toISOString().slice(0, 16);
    await addReminder(store, SOURCE, { customerId, local, zone: 'UTC', reason: `${at}` });
  }
  const reminders = (await store.card(customerId))?.reminders ?? [];
  store.close();
  return reminders.map(({ id }) => id);
}
