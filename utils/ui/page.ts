import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../browser/settings';
import { readSettings, watchSettings } from '../browser/settings-store';
import { setLocale } from './language';

/** Gives the document the reader's theme at once, and their language; resolves when its texts are there. */
export async function dress({ language, theme }: Pick<Settings, 'language' | 'theme'>): Promise<void> {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.lang = (await setLocale(language, navigator.languages)).replace('_', '-');
}

/** The settings as they are now, from whichever page they are changed; null until read. The page is dressed by them. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const take = async (values: Settings) => {
      await dress(values);
      setSettings(values);
    };
    void readSettings().then(take);
    return watchSettings((next) => void take(next));
  }, []);
  return settings;
}

/** The time, renewed each minute and when the page comes back to the front: what is due moves with it. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const renew = () => setNow(Date.now());
    const timer = setInterval(renew, 60_000);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, []);
  return now;
}

/** The reader's IANA time zone. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
