import type { Settings } from '@/utils/browser/settings';
import { readSettings, watchSettings } from '@/utils/browser/settings-store';

let known: Promise<Settings> | null = null;

/** The settings as they are now. Read once in a worker's life and then kept up to date: every sighting needs them. */
export function theSettings(): Promise<Settings> {
  known ??= readSettings();
  return known;
}

/** To be called before anything reads them. */
export function followSettings(): void {
  watchSettings((settings) => {
    known = Promise.resolve(settings);
  });
}
