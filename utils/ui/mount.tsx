import { render } from 'preact';
import type { Trouble } from '../../components/sidebar/props';
import { Sidebar } from '../../components/sidebar/sidebar';
import { Lost, TroubleView } from '../../components/sidebar/states';
import { NO_COVER, readDraft, writeDraft } from '../browser/drafts';
import { readKey, watchKey } from '../browser/lock-key';
import { logTurned } from '../browser/log-turned';
import { readLost, settleLost, watchLost } from '../browser/lost-database';
import { sendMessage } from '../browser/messages';
import { openDashboard, openSidePanel } from '../browser/open';
import type { PageMatch } from '../browser/page-match';
import { readSelection } from '../browser/selection';
import type { Settings } from '../browser/settings';
import { readSettings, watchSettings, writeSettings } from '../browser/settings-store';
import { openStore, type Store, StoreLocked } from '../store';
import { type Controller, createController } from './controller';
import { troubleOf } from './failures';
import type { Host } from './host';
import { dress, zoneHere } from './page';

const TICK_MS = 30_000;
/** Narrower than this the frame is the collapsed rail (44 px; open it has at least 320). */
const RAIL = '(max-width: 100px)';

export interface MountOptions {
  root: Element;
  /** The background's database; null where this is an extension page in no web page, which shares it by nature. */
  databaseId: string | null;
  /** In the page: collapses to a rail. */
  inPage: boolean;
  /** The tab beside which this is shown, asked at the click that needs it. */
  tabId: () => number | null;
  /** Calls back when something comes to lie over the margin, and when it has gone. */
  watchCover?: (onCovered: (covered: boolean) => void) => void;
  /** Calls back with who is on the page, now and at each change. */
  watch: (onMatch: (match: PageMatch | null) => void) => void;
}

/** Opens the store and draws the sidebar; where that is not possible, draws why. Used by frame and side panel. */
export async function mountSidebar(options: MountOptions): Promise<void> {
  // The page, the settings with their texts and the database are asked for at once: the slowest alone is waited for.
  let seen: PageMatch | null | undefined;
  let take = (match: PageMatch | null) => {
    seen = match;
  };
  options.watch((match) => take(match));
  const asked = [dressed(), openRight(options.databaseId), readLost()] as const;
  const [settings, opened, lost] = await Promise.all(asked);
  const host = hostOf(options, typeof opened === 'string' ? null : opened);
  followDatabase(host);
  if (typeof opened === 'string') return drawTrouble(opened, options, host);
  if (lost) return drawLost(options, host);
  const controller = createController(opened, host);
  const { given } = controller;
  given.settings.value = settings;
  watchSettings((next) => {
    void dress(next).then(() => {
      given.settings.value = next;
    });
  });
  if (options.inPage) {
    const rail = matchMedia(RAIL);
    given.collapsed.value = rail.matches;
    rail.addEventListener('change', () => {
      given.collapsed.value = rail.matches;
    });
  }
  options.watchCover?.((covered) => {
    given.covered.value = covered;
  });
  setInterval(() => {
    given.now.value = Date.now();
  }, TICK_MS);
  take = (match) => {
    given.match.value = match;
  };
  given.match.value = seen;
  render(<App controller={controller} />, options.root);
}

/** The settings, once the document has their language and theme. */
async function dressed(): Promise<Settings> {
  const settings = await readSettings();
  await dress(settings);
  return settings;
}

/** The store, if it is the one that the rest of Margin uses. */
async function openRight(databaseId: string | null): Promise<Store | Trouble> {
  try {
    const store = await openStore({ key: readKey, turned: logTurned });
    if (databaseId === null || store.databaseId === databaseId) return store;
    store.close();
    return 'elsewhere';
  } catch (error) {
    const other = error instanceof StoreLocked && databaseId !== null && error.databaseId !== databaseId;
    return other ? 'elsewhere' : troubleOf(error);
  }
}

/** Locked, unlocked or moved, lost or brought back, from wherever: what is drawn is of the database before, and goes. */
function followDatabase({ reload, leave }: Host): void {
  const anew = () => {
    for (const stop of stops) stop();
    leave();
    reload();
  };
  const stops = [watchKey(anew), watchLost(anew)];
}

/** For a frame that was welcomed by a background without a database: says why, as far as it shows here too. */
export async function mountTrouble(root: Element): Promise<void> {
  await dressed();
  const opened = await openRight(null);
  if (typeof opened !== 'string') opened.close();
  const trouble = typeof opened === 'string' ? opened : 'failed';
  drawTrouble(
    trouble,
    { root },
    { openSidePanel: () => {}, openDashboard: () => {}, reload: () => void mountTrouble(root) },
  );
}

function App({ controller }: { controller: Controller }) {
  return <Sidebar {...controller.props.value} />;
}

function drawTrouble(
  trouble: Trouble,
  { root }: Pick<MountOptions, 'root'>,
  {
    openSidePanel: panel,
    openDashboard: dashboard,
    reload,
  }: Pick<Host, 'openSidePanel' | 'openDashboard' | 'reload'>,
): void {
  const unlock = () => dashboard('');
  render(<TroubleView trouble={trouble} onPanel={panel} onRetry={reload} onUnlock={unlock} />, root);
}

function drawLost({ root }: Pick<MountOptions, 'root'>, { openDashboard: dashboard }: Host): void {
  render(<Lost onRestore={() => dashboard('settings')} onAnew={() => void settleLost()} />, root);
}

function hostOf(options: MountOptions, store: Store | null): Host {
  const cover = store?.texts ?? NO_COVER;
  return {
    now: Date.now,
    zone: zoneHere(),
    readDraft: (id) => readDraft(id, cover),
    writeDraft: (id, draft) => writeDraft(id, draft, cover),
    remindersChanged: () => void sendMessage('remindersChanged').catch(ignored),
    revealRow: (value) => void sendMessage('revealRow', { value }).catch(ignored),
    readSelection: async () => {
      const tabId = options.tabId();
      return tabId === null ? '' : ((await readSelection(tabId))?.text ?? '');
    },
    setCollapsed: (collapsed) => void sendMessage('setCollapsed', { collapsed }).catch(ignored),
    // The background places every open frame anew when the settings change.
    setSide: async (side) => void (await writeSettings({ side })),
    openDashboard: (view) => void openDashboard(view).catch(ignored),
    teach: () => void sendMessage('teachPage', { tabId: options.tabId() }).catch(ignored),
    openSidePanel: () => {
      const tabId = options.tabId();
      if (tabId !== null) void openSidePanel(tabId).catch(ignored);
    },
    // Not location.reload(): a frame's secret serves once, and a reloaded frame would stay blank.
    leave: () => store?.close(),
    reload: () => {
      render(null, options.root);
      void mountSidebar(options);
    },
  };
}

/** A worker that is being restarted or updated: it reads the database itself when it comes back. */
function ignored(error: unknown): void {
  console.warn('message not taken:', error instanceof Error ? error.name : 'unknown');
}
