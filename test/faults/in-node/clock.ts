import Dexie from 'dexie';
import { dueInstant } from '../../../utils/contact/index.ts';
import * as actions from '../../../utils/store/actions.ts';
import type { Fault } from '../fault.ts';
import { type FakeBrowser, installBrowser } from './fake-browser.ts';

const SOURCE = { kind: 'sidebar', url: '' } as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;
/** Where the clocks change: each trial begins a day before one of these, in the zone's own time. */
const CHANGES = [
  { zone: 'America/New_York', day: '2026-03-08' }, // forward at 02:00
  { zone: 'America/New_York', day: '2026-11-01' }, // back at 02:00
  { zone: 'Europe/Berlin', day: '2026-03-29' },
  { zone: 'Europe/Berlin', day: '2026-10-25' },
  { zone: 'Australia/Lord_Howe', day: '2026-04-05' }, // by half an hour
  { zone: 'Asia/Shanghai', day: '2026-06-01' }, // never
] as const;
const REMINDERS = 8;

/** The shipped code that announces, and its database; loaded once there is a browser for it. */
async function background(browser: FakeBrowser) {
  const { reconcileReminders } = await import('../../../entrypoints/background/reminders.ts');
  const { dropStore, theStore } = await import('../../../entrypoints/background/store.ts');
  return { browser, reconcileReminders, dropStore, theStore };
}

interface Trial extends Awaited<ReturnType<typeof background>> {
  what: string;
  /** Ids of the reminders, and when they are due. */
  due: Map<string, number>;
  /** When each was announced, by the browser's clock. */
  announced: Map<string, number[]>;
  losses: string[];
}

export const clock: Fault = {
  name: 'clock',
  says: 'the browser closed and opened around due reminders, over changes of DST, the clock a year off and back',
  run: async ({ short, random }) => {
    const wanted = short ? 40 : 1_000;
    const losses: string[] = [];
    const margin = await background(installBrowser());
    const wrongs = [0, YEAR_MS, -YEAR_MS];
    let [tries, at] = [0, 0];
    for (; tries < wanted; at++) {
      const change = CHANGES[at % CHANGES.length] ?? CHANGES[0];
      const wrong = wrongs[(at + Math.floor(at / CHANGES.length)) % wrongs.length] ?? 0;
      const trial: Trial = {
        ...{ ...margin, what: `${at}, ${change.zone} ${change.day}`, losses },
        ...{ due: new Map(), announced: new Map() },
      };
      tries += await tried(trial, { ...change, wrong }, random);
    }
    return { tries, losses, uncaught: [], of: `${at * REMINDERS} reminders, each once in its time` };
  },
};

interface Case {
  zone: string;
  day: string;
  /** For a while the clock is off by this. */
  wrong: number;
}

/** Resolves to how often the browser was closed. */
async function tried(trial: Trial, { zone, day, wrong }: Case, random: () => number): Promise<number> {
  const { browser, due, announced } = trial;
  await trial.dropStore();
  await Dexie.delete('margin');
  const from = dueInstant(`${day}T00:00`, zone) - DAY_MS;
  browser.now = from;
  browser.alarms.clear();
  await remind(trial, day, zone, random);
  // wrong for an hour or so before anything is due, then set right
  if (wrong !== 0) {
    browser.now += wrong;
    await opened(trial, browser.now + HOUR_MS, random);
    browser.now -= wrong;
    announced.clear(); // what was said by a wrong clock was wrong; from here on each is said once
  }
  const end = from + 3 * DAY_MS;
  let closures = 0;
  while (browser.now < end) {
    await opened(trial, browser.now + random() * 5 * HOUR_MS, random);
    browser.now += Math.round(random() * 7 * HOUR_MS); // closed
    await trial.dropStore();
    closures++;
  }
  await opened(trial, browser.now + HOUR_MS, random);
  for (const [id, at] of due) judge(trial, at, announced.get(id) ?? []);
  return closures;
}

/** Reminders at random minutes of three days, of which many stand in the hours that the change leaves out or repeats. */
async function remind(trial: Trial, day: string, zone: string, random: () => number): Promise<void> {
  const store = await trial.theStore();
  const { customerId } = await actions.addCustomer(store, SOURCE, { name: 'A' });
  for (let at = 0; at < REMINDERS; at++) {
    const hour = at % 2 === 0 ? 1 + Math.floor(random() * 3) : Math.floor(random() * 24);
    const minute = Math.floor(random() * 60);
    const local = `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    await actions.addReminder(store, SOURCE, { customerId, local, zone, reason: `${at}` });
  }
  for (const { id, dueAt } of (await store.card(customerId))?.reminders ?? []) trial.due.set(id, dueAt);
}

/** The browser runs until then: the worker is started with it, by each alarm that rings, and stopped in between. */
async function opened(trial: Trial, until: number, random: () => number): Promise<void> {
  const { browser } = trial;
  for (;;) {
    if (random() < 0.3) await trial.dropStore(); // a new worker opens the database anew
    await look(trial, random() < 0.2 ? 2 : 1); // two alarms at once, a message with them
    const next = [...browser.alarms].sort(([, a], [, b]) => a.at - b.at)[0];
    if (!next || next[1].at > until) break;
    const [name, alarm] = next;
    browser.now = Math.max(browser.now, alarm.at); // one whose time has passed rings at once
    if (alarm.everyMs === null) browser.alarms.delete(name);
    else alarm.at = browser.now + alarm.everyMs;
  }
  browser.now = Math.round(until);
}

/** Lets the background look, and holds what it said against what it wrote down as said. */
async function look(trial: Trial, times: number): Promise<void> {
  const { browser, due, announced, losses, what } = trial;
  const store = await trial.theStore();
  const marked = async () => {
    const rows = await Promise.all([...due.keys()].map((id) => store.reminder(id)));
    return new Set(rows.flatMap((row) => (row && row.announcedFor === row.dueAt ? [row.id] : [])));
  };
  const before = await marked();
  await Promise.all(Array.from({ length: times }, () => trial.reconcileReminders(browser.now)));
  const fresh = [...(await marked())].filter((id) => !before.has(id));
  const said = browser.said.splice(0);
  const count = said.reduce((sum, one) => sum + one.count, 0);
  if (count !== fresh.length) losses.push(`${what}: ${count} were said and ${fresh.length} noted as said`);
  for (const id of fresh) announced.set(id, [...(announced.get(id) ?? []), browser.now]);
}

/** Said once, not before its time, and as soon as the browser was there. */
function judge({ what, losses }: Trial, dueAt: number, said: number[]): void {
  const late = (said[0] ?? 0) - dueAt;
  if (said.length !== 1) losses.push(`${what}: a reminder was said ${said.length} times`);
  else if (late < 0) losses.push(`${what}: a reminder was said ${-late} ms before its time`);
  else if (late > 7 * HOUR_MS) losses.push(`${what}: a reminder was said ${late} ms after its time`);
}
