import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '../base64';
import { browser } from './api';
import { fromBackground } from './from-background';
import { sendMessage } from './messages';

/**
 * The data key of a locked database, while it is unlocked: in storage.session, which is memory, gone with the browser, and out of reach of
 * content scripts. A frame inside a page asks the background where the browser keeps storage.session from it (Firefox 153, 2026-11).
 */
const KEY = 'lockKey';
const SEEN = 'lockSeen';
/** Raised where the database is another one now: a lock was put on, or taken off. */
const TURN = 'lockTurn';
const LockIs = z.object({ unlocked: z.boolean() });
const Stored = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));

const readable = (): boolean => browser.storage.session !== undefined;
const bytesOf = (stored: unknown): Uint8Array | null => {
  const text = Stored.safeParse(stored).data;
  return text === undefined ? null : fromBase64(text);
};

/** As it travels to a frame. */
export async function storedKey(): Promise<string | null> {
  return Stored.safeParse((await browser.storage.session.get(KEY))[KEY]).data ?? null;
}

/** The data key; null where nobody has unlocked, or nothing is locked. */
export async function readKey(): Promise<Uint8Array | null> {
  if (readable()) return bytesOf(await storedKey());
  return bytesOf(await sendMessage('lockKey', undefined).catch(() => null));
}

/** Unlocks for all of Margin; null locks. */
export async function keepKey(key: Uint8Array | null): Promise<void> {
  const now = Date.now();
  if (!key) await browser.storage.session.remove([KEY, SEEN]);
  const kept = key && { [KEY]: toBase64(key), [SEEN]: now };
  await browser.storage.session.set({ ...kept, [TURN]: now });
}

/** Tells all of Margin to let go of the database and to look for it anew. */
export const turn = (): Promise<void> => browser.storage.session.set({ [TURN]: Date.now() });

/** Calls back when Margin is unlocked (true), or locked or without a lock (false), from wherever; returns the way to stop. */
export function watchKey(onChange: (unlocked: boolean) => void): () => void {
  if (!readable()) return fromBackground('lockIs', LockIs, ({ unlocked }) => onChange(unlocked));
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && (changes[KEY] || changes[TURN]))
      void storedKey().then((key) => onChange(key !== null));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** When Margin was last used while unlocked, epoch ms; 0: not known. */
export async function lastSeen(): Promise<number> {
  return z.number().safeParse((await browser.storage.session.get(SEEN))[SEEN]).data ?? 0;
}
export const keepSeen = (at: number): Promise<void> => browser.storage.session.set({ [SEEN]: at });
