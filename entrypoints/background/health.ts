import { readOwnSites } from '@/utils/browser/own-sites';
import { countSiteHealth } from '@/utils/browser/site-health';
import type { Health } from '@/utils/detect/types';
import { hasChanged } from '@/utils/sites/health';
import { publish } from './publish';
import type { FrameSeen } from './sighting-schema';
import { readTab } from './tab-state';

/** A page that is still being drawn has nothing to find yet: what fails is believed once it has lasted this long. */
const SETTLE_MS = 1_500;
const MAX_COUNTED = 200;

/** What was counted of which page last, so that a page that is reported often counts once. */
const counted = new Map<string, Health>();

/** Counts how the page's site file fared, and says of the page that it has changed where that lasts. Nobody waits. */
export function followHealth(tabId: number, frameId: number, seen: FrameSeen): void {
  const { health, site } = seen;
  if (!health || !site) return;
  if (health === 'works') void count(tabId, frameId, seen, site, health);
  else setTimeout(() => void settled(tabId, frameId, seen, site), SETTLE_MS);
}

async function settled(tabId: number, frameId: number, seen: FrameSeen, site: string): Promise<void> {
  const frame = await frameOf(tabId, frameId);
  if (!frame?.health || frame.health === 'works' || frame.url !== seen.url || frame.site !== site) return;
  await count(tabId, frameId, frame, site, frame.health);
}

async function count(
  tabId: number,
  frameId: number,
  seen: FrameSeen,
  site: string,
  said: Health,
): Promise<void> {
  const key = `${tabId} ${frameId} ${site} ${seen.url}`;
  if (counted.get(key) === said) return;
  if (counted.size >= MAX_COUNTED) counted.clear();
  counted.set(key, said);
  const health = await countSiteHealth(site, said);
  const own = (await readOwnSites()).some(({ id }) => id === site);
  const frame = await frameOf(tabId, frameId);
  if (!frame || frame.url !== seen.url || !hasChanged(health, own) || frame.health === 'works') return;
  frame.changed = true;
  await publish(tabId);
}

const frameOf = async (tabId: number, frameId: number) => (await readTab(tabId)).state.frames[frameId];
