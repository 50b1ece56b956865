import { signal } from '@preact/signals';
import { dropDrafts, NO_COVER, recoverDrafts } from '../browser/drafts';
import { keepKey, turn } from '../browser/lock-key';
import { forgetDatabase } from '../browser/lost-database';
import { sendMessage } from '../browser/messages';
import { StoreFull } from '../store';
import {
  callOff,
  carryOn,
  coverOf,
  eraseAll,
  lockOf,
  type MoveOptions,
  type NewLock,
  turnOff,
  turnOn,
  unlock,
} from '../store/lock';

/** Putting the lock on and taking it off, in a page of its own: everything else of Margin is shut meanwhile. */
export interface Moving {
  way: 'on' | 'off';
  done: number;
  total: number;
  stop: () => void;
}
/** What this page is doing; drawn in the place of everything else. */
export const moving = signal<Moving | null>(null);
/** Why the last one ended without effect; null: it did not. */
export const moveFailed = signal<'full' | 'other' | null>(null);
export const isMoving = (): boolean => moving.value !== null;

const LOCK = 'margin-move';

/** One page at a time. What cannot be carried out is taken back. */
async function run(way: Moving['way'], work: (options: MoveOptions) => Promise<void>): Promise<boolean> {
  const cut = new AbortController();
  const stop = () => cut.abort();
  moving.value = { way, done: 0, total: 0, stop };
  moveFailed.value = null;
  try {
    await navigator.locks.request(LOCK, async () => {
      await turn();
      await work({
        signal: cut.signal,
        onProgress: (done, total) => {
          moving.value = { way, done, total, stop };
        },
      });
    });
    return true;
  } catch (error) {
    if (!cut.signal.aborted)
      moveFailed.value = error instanceof StoreFull || isQuota(error) ? 'full' : 'other';
    await callOff();
    return false;
  }
}

const isQuota = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' || isQuota((error as { inner?: unknown }).inner));

/** Shows the page anew, with the database as it is now. */
async function end(key: Uint8Array | null): Promise<void> {
  await keepKey(key);
  if (moveFailed.value === null) location.reload();
  else moving.value = null;
}

/** Puts the lock on; the database is open to this user afterwards. */
export async function lockUp(lock: NewLock): Promise<void> {
  const done = await run('on', (options) => turnOn(lock, options));
  if (done) recoverDrafts(NO_COVER, coverOf(lock.dataKey));
  await end(done ? lock.dataKey : null);
}

/** Takes the lock off. @throws WrongSecret */
export async function lockOff(passphrase: string): Promise<void> {
  const key = await unlock(passphrase);
  const done = await run('off', (options) => turnOff(key, options));
  if (done) recoverDrafts(coverOf(key), NO_COVER);
  await end(done ? null : key);
}

/** Opens the lock, and carries on what a closed browser left half done. @throws WrongSecret */
export async function open(typed: string): Promise<void> {
  const key = await unlock(typed);
  const before = await lockOf();
  const way = before?.moving;
  if (!way) return keepKey(key);
  const done = await run(way, (options) => carryOn(key, options));
  const locked = done === (way === 'on');
  if (done) recoverDrafts(way === 'on' ? NO_COVER : coverOf(key), way === 'on' ? coverOf(key) : NO_COVER);
  await end(locked ? key : null);
}

/** Erases all that is here, for who has lost passphrase and code. */
export async function eraseLocked(): Promise<void> {
  await forgetDatabase();
  await eraseAll();
  dropDrafts();
  await keepKey(null);
}

const PING_MS = 20_000;
/** Tells the background that somebody is at work in this page, so that it does not lock under their hands. */
export function tellUse(window: Window): void {
  let told = 0;
  const tell = () => {
    if (Date.now() - told < PING_MS) return;
    told = Date.now();
    void sendMessage('lockSeen', undefined).catch(() => undefined);
  };
  for (const type of ['pointerdown', 'keydown', 'wheel'])
    window.addEventListener(type, tell, { capture: true, passive: true });
}
