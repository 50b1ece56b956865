import { ensureBuilt } from '../tools/build.ts';
import { findBrowser } from '../tools/find-browser.ts';
import { nameProfile, removeProfile } from '../tools/prepared.ts';
import { startSession } from '../tools/session.ts';

/** The figures, names and duplicates of the sample customers are worked out in this time, once for all journeys. */
const CHORES_MS = 4_000;

/** Builds once, and furnishes the profile that the journeys begin with; the function returned removes it. */
export default async function setup(): Promise<() => void> {
  ensureBuilt('chrome');
  findBrowser();
  const profileDir = nameProfile();
  const session = await startSession({ headless: true, profileDir });
  await session.page.waitForTimeout(CHORES_MS);
  await session.close();
  return () => removeProfile(profileDir);
}
