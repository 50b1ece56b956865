import * as z from 'zod/mini';
import { browser } from './api';

const KEY = 'reminded';

/** Until when reminders have been announced, epoch ms: all that is known of them while the database is locked. */
export async function readReminded(): Promise<number> {
  return z.number().safeParse((await browser.storage.local.get(KEY))[KEY]).data ?? 0;
}
export const keepReminded = (until: number): Promise<void> => browser.storage.local.set({ [KEY]: until });
