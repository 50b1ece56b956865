import type { BrowserContext } from '@playwright/test';
import { cpuSeconds } from './cpu.ts';

const LOOK_MS = 2_000;
/** Of one core: what a browser that does nothing for anybody takes. */
const IDLE_SHARE = 0.1;
const QUIET_LOOKS = 3;
/** For a hundred thousand customers; more take as much longer. */
const PATIENCE_MS = 300_000;
const PATIENT_FOR = 100_000;

/**
 * Waits until a browser rests: what many stored customers give the background to do (indexes, figures, duplicates) would be
 * measured with whatever comes next. Returns false where it did not come to rest within five minutes (with more than a hundred
 * thousand customers as much longer).
 */
export async function atRest(context: BrowserContext, customers = PATIENT_FOR): Promise<boolean> {
  const used = async () => (await cpuSeconds(context)) * 1000;
  const until = Date.now() + PATIENCE_MS * Math.max(1, customers / PATIENT_FOR);
  let before = await used();
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    if (Date.now() > until) return false;
    await new Promise((wait) => setTimeout(wait, LOOK_MS));
    const now = await used();
    quiet = now - before < LOOK_MS * IDLE_SHARE ? quiet + 1 : 0;
    before = now;
  }
  return true;
}
