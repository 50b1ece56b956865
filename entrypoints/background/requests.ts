import * as z from 'zod/mini';
import { handle } from './border';
import { reconcileReminders } from './reminders';
import { lookAt } from './sites';
import { refreshValueSoon } from './value';

/** What our own pages ask of the worker. */
export function listenToRequests(): void {
  handle('remindersChanged', 'own', z.undefined(), async () => {
    refreshValueSoon();
    await reconcileReminders();
  });
  handle('valueChanged', 'own', z.undefined(), async () => {
    refreshValueSoon();
  });
  handle('useHere', 'own', z.object({ tabId: z.int() }), async ({ tabId }) => {
    await lookAt(tabId);
  });
}
