import * as z from 'zod/mini';
import { browser } from './api';
import { DEFAULT_SETTINGS, Settings } from './settings';

const KEY = 'settings';

/** The user's settings; a part that cannot be read is the default, the others stay as they were set. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

/** Reads what was stored part by part, so that one bad value does not reset the rest. */
export function parseSettings(stored: unknown): Settings {
  const given = z.record(z.string(), z.unknown()).safeParse(stored);
  const parts = Object.entries(Settings.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(given.data?.[key]);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(parts) };
}

/**
 * Changes some settings; the rest stay.
 * @throws ZodError when a value does not fit: nothing is written then.
 */
export async function writeSettings(patch: Partial<Settings>): Promise<Settings> {
  const next = Settings.parse({ ...(await readSettings()), ...patch });
  await browser.storage.local.set({ [KEY]: next });
  return next;
}

/** Calls back with the settings whenever they change, in whichever page; returns the way to stop. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(parseSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
