import { type MergedSighting, mergeSightings } from '@/utils/detect/merge';
import type { Store } from '@/utils/store';
import { matchPage } from './match';
import { changeAndOrder } from './order';
import { mayAsk, originOf } from './questions';
import { theSettings } from './settings';
import type { FrameSeen } from './sighting-schema';
import { theStore } from './store';
import { readTab, type Tab } from './tab-state';

/** One looking-up a tab at a time; `again`: something was seen meanwhile. */
interface Run {
  again: boolean;
  done: Promise<void>;
}
const runs = new Map<number, Run>();

/**
 * Finds out who is on a tab's page, publishes it, and tells the page where the margin goes. What is seen while one
 * look-up is under way is looked up after it, all at once: of many sightings only the last counts. Resolves when
 * what was seen before the call has been published, or is no longer on the page.
 */
export function publish(tabId: number): Promise<void> {
  const running = runs.get(tabId);
  if (running) {
    running.again = true;
    return running.done;
  }
  const run: Run = { again: true, done: Promise.resolve() };
  runs.set(tabId, run);
  run.done = untilLast(tabId, run);
  return run.done;
}

async function untilLast(tabId: number, run: Run): Promise<void> {
  try {
    while (run.again) {
      const [settings, store, tab] = await Promise.all([theSettings(), openedStore(), readTab(tabId)]);
      run.again = false;
      const { page } = tab;
      const frames = framesOf(tab);
      const merged = mergeSightings(frames);
      await standStill(tabId, tab, merged);
      const found = await matchPage(merged, settings, store, namedIn(frames, merged.list));
      const match = frames.some(({ changed }) => changed) ? { ...found, changed: true } : found;
      await changeAndOrder(tabId, (now) => {
        // Another page meanwhile: nothing of this one is shown, and the margin stays for what that one will say.
        if (now.page !== page) return false;
        now.match = match;
        return true;
      });
    }
  } finally {
    runs.delete(tabId);
  }
}

/**
 * A page that has asked too much gets the margin as a rail, and that before anybody is looked up: neither what is found
 * nor how long that takes can be seen from outside the frame.
 */
async function standStill(tabId: number, tab: Tab, { url, candidates }: MergedSighting): Promise<void> {
  const asked = candidates.map(({ kind, value, role }) => `${kind} ${role} ${value}`).join('\n');
  const still = asked !== '' && !mayAsk(tabId, tab, originOf(url), asked, Date.now());
  if (still) await changeAndOrder(tabId, (now) => Object.assign(now.state, { still }));
  else delete tab.state.still;
}

/** Frames in order of their ids, the top frame first: its title and address are the ones shown. */
const framesOf = ({ state }: Tab) =>
  Object.entries(state.frames)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, sighting]) => sighting);

/** Whom the frames name; beside an opened mail the lines of a list in another frame say nothing about it. */
const namedIn = (frames: readonly FrameSeen[], listPage: boolean) =>
  frames.flatMap(({ named, list }) => (list && !listPage ? [] : (named ?? [])));

/** Where the database cannot be opened, everyone is unknown here, and the sidebar, which opens it too, says why. */
const openedStore = (): Promise<Store | null> => theStore().catch(() => null);
