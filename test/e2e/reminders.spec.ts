import { killWorker } from '../tools/browser.ts';
import type { Session } from '../tools/session.ts';
import { expect, test, title } from './support.ts';

test.use({ options: { fresh: true } });

/** Counts the notifications that the worker shows; kept in the session, so that a killed worker keeps the count. */
async function countNotifications(session: Session): Promise<void> {
  const worker = await session.browser.worker();
  await worker.evaluate(() => {
    const api = chrome.notifications as unknown as { create: (...given: unknown[]) => Promise<string> };
    const create = api.create.bind(api);
    api.create = async (...given) => {
      const { shown = [] } = (await chrome.storage.session.get('shown')) as { shown?: string[] };
      await chrome.storage.session.set({ shown: [...shown, String(given[0])] });
      return create(...given);
    };
  });
}

async function notifications(session: Session): Promise<string[]> {
  const worker = await session.browser.worker();
  return worker.evaluate(
    async () => ((await chrome.storage.session.get('shown')) as { shown?: string[] }).shown ?? [],
  );
}

/** An alarm rings now, as the browser would ring it. */
async function ring(session: Session): Promise<void> {
  const worker = await session.browser.worker();
  await worker.evaluate(async () => {
    const event = chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void };
    event.dispatch({ name: 'next-reminder', scheduledTime: Date.now() });
  });
}

test('what is due is announced once, counted on the button, and not again by a later alarm or start', async ({
  session,
}) => {
  await session.open('inbox', 'ceramics-plan');
  await expect(title(await session.margin())).toHaveText('江南瓷业');
  await ring(session);
  const announced = async () =>
    (await session.browser.worker()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  const badge = async () => (await session.browser.worker()).evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(async () => Number(await badge())).toBeGreaterThan(0);
  await expect.poll(async () => (await announced()).length).toBeGreaterThan(0);
  await killWorker(session.browser.context);
  await countNotifications(session);
  await ring(session);
  await ring(session);
  await session.page.waitForTimeout(1_000);
  expect(await notifications(session)).toEqual([]);
});

test('an alarm is armed for the next reminder that is still to come', async ({ session }) => {
  await session.open('inbox', 'tea-box');
  const margin = await session.margin();
  await expect(title(margin)).toHaveText('云岭茶业');
  const alarm = async () =>
    (await session.browser.worker()).evaluate(
      async () => (await chrome.alarms.get('next-reminder'))?.scheduledTime ?? 0,
    );
  await ring(session);
  await expect.poll(alarm).toBeGreaterThan(Date.now());
});

test('Done on a notification closes the reminder and logs the contact', async ({ session }) => {
  await session.open('inbox', 'ceramics-plan');
  const margin = await session.margin();
  await expect(margin.locator('body')).toContainText('答复陈总');
  await ring(session);
  const worker = await session.browser.worker();
  const ids = () => worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  await expect.poll(async () => (await ids()).length).toBeGreaterThan(0);
  for (const id of await ids())
    await worker.evaluate((which) => {
      const event = chrome.notifications.onButtonClicked as unknown as {
        dispatch(id: string, button: number): void;
      };
      event.dispatch(which, 0);
    }, id);
  await expect(margin.getByRole('region', { name: session.text('nextContact') })).not.toContainText(
    '答复陈总',
  );
});
