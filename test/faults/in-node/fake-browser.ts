/** As much of the browser as the background's reminders need, on a clock of its own. */
export interface FakeBrowser {
  now: number;
  /** When each alarm rings next. */
  alarms: Map<string, { at: number; everyMs: number | null }>;
  /** Notifications since they were last taken: their ids, and how many contacts each says. */
  said: Array<{ id: string; count: number }>;
}

interface AlarmInfo {
  when?: number;
  periodInMinutes?: number;
}
const MINUTE_MS = 60_000;

/** Puts it where the extension looks for its browser; what imports the background comes after this. */
export function installBrowser(): FakeBrowser {
  const fake: FakeBrowser = { now: 0, alarms: new Map(), said: [] };
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const browser = {
    runtime: { id: 'margin', getURL: (path: string) => `chrome-extension://margin/${path}` },
    action: { setBadgeText: async () => undefined, setBadgeBackgroundColor: async () => undefined },
    storage: { local: area(), session: area(), onChanged: event },
    alarms: {
      create: (name: string, { when, periodInMinutes }: AlarmInfo) => {
        const everyMs = periodInMinutes === undefined ? null : periodInMinutes * MINUTE_MS;
        fake.alarms.set(name, { at: when ?? fake.now + (everyMs ?? 0), everyMs });
      },
      clear: async (name: string) => fake.alarms.delete(name),
      get: async (name: string) => {
        const alarm = fake.alarms.get(name);
        return alarm && { name, scheduledTime: alarm.at };
      },
      onAlarm: event,
    },
    notifications: {
      create: async (id: string, { title }: { title: string }) => {
        fake.said.push({ id, count: id.endsWith(':many') ? Number(/\d+/.exec(title)?.[0]) : 1 });
        return id;
      },
      clear: async () => true,
      getAll: async () => ({}),
    },
  };
  Object.assign(globalThis, { browser, chrome: browser }); // the polyfill asks for both names (0.12, 2026-11)
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { languages: ['en'] } });
  // one page at a time here: every lock is free
  if (!('locks' in navigator))
    Object.assign(navigator, { locks: { request: (_: string, work: () => unknown) => work() } });
  return fake;
}

function area() {
  const kept = new Map<string, unknown>();
  return {
    get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (items: object) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
  };
}
