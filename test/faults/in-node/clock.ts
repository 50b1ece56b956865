import { dueInstant } from '../../../utils/contact/index.ts';
import { newId } from '../../../utils/id.ts';
import * as actions from '../../../utils/store/actions.ts';
import { openStore, type Store } from '../../../utils/store/index.ts';
import type { Fault } from '../fault.ts';

const SOURCE = { kind: 'sidebar', url: '' } as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;
/** The worker is woken so often while the browser runs: an alarm at the next reminder, and a sweep. */
const SWEEP_MS = 30 * MINUTE_MS;
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

/** One browser with a clock of its own: what it announced, by reminder, and when by that clock. */
interface Trial {
  store: Store;
  now: number;
  announced: Map<string, number[]>;
}

export const clock: Fault = {
  name: 'clock',
  says: 'the browser closed and opened around due reminders, over changes of DST, the clock a year off and back',
  run: async ({ short, random }) => {
    const tries = short ? 12 : 1_000;
    const losses: string[] = [];
    const wrongs = [0, YEAR_MS, -YEAR_MS];
    for (let at = 0; at < tries; at++) {
      const change = CHANGES[at % CHANGES.length] ?? CHANGES[0];
      const wrong = wrongs[Math.floor(at / CHANGES.length) % wrongs.length] ?? 0;
      losses.push(...(await tried(`try ${at}, ${change.zone} ${change.day}`, { ...change, wrong }, random)));
    }
    return { tries, losses, uncaught: [], of: `${REMINDERS} reminders a try, each once in its time` };
  },
};

interface Case {
  zone: string;
  day: string;
  /** For a while the clock is off by this. */
  wrong: number;
}

async function tried(what: string, { zone, day, wrong }: Case, random: () => number): Promise<string[]> {
  const store = await openStore({ name: newId() });
  const from = dueInstant(`${day}T00:00`, zone) - DAY_MS;
  const trial: Trial = { store, now: from, announced: new Map() };
  const due = await remind(store, day, zone, random);
  // wrong for an hour or so before anything is due, then set right
  if (wrong !== 0) {
    trial.now += wrong;
    await opened(trial, trial.now + HOUR_MS, random);
    trial.now += -wrong;
    trial.announced.clear(); // what was said by a wrong clock was wrong; from here on each is said once
  }
  const end = from + 3 * DAY_MS;
  while (trial.now < end) {
    await opened(trial, trial.now + random() * 5 * HOUR_MS, random);
    trial.now += random() * 7 * HOUR_MS; // closed
  }
  await opened(trial, trial.now + HOUR_MS, random);
  const losses = [...due].flatMap(([id, at]) => judged(what, at, trial.announced.get(id) ?? []));
  store.close();
  return losses;
}

/** Reminders at random minutes of three days, of which many stand in the hours that the change leaves out or repeats. */
async function remind(
  store: Store,
  day: string,
  zone: string,
  random: () => number,
): Promise<Map<string, number>> {
  const { customerId } = await actions.addCustomer(store, SOURCE, { name: 'A' });
  const due = new Map<string, number>();
  for (let at = 0; at < REMINDERS; at++) {
    const hour = at % 2 === 0 ? 1 + Math.floor(random() * 3) : Math.floor(random() * 24);
    const minute = Math.floor(random() * 60);
    const local = `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    await actions.addReminder(store, SOURCE, { customerId, local, zone, reason: `${at}` });
    due.set(`${at}`, dueInstant(local, zone));
  }
  return due;
}

/** The browser runs until then: the worker looks at its start, when the alarm rings, and at each sweep; and is stopped now and then. */
async function opened(trial: Trial, until: number, random: () => number): Promise<void> {
  for (;;) {
    await look(trial);
    if (random() < 0.2) await look(trial); // two alarms at once, a worker that starts again
    const next = (await trial.store.nextReminderAt(trial.now)) ?? Number.POSITIVE_INFINITY;
    const wake = Math.min(next, trial.now + SWEEP_MS);
    if (wake > until) break;
    trial.now = wake;
  }
  trial.now = until;
}

/** What the background does at each of its looks, in its order; see entrypoints/background/reminders.ts. */
async function look({ store, now, announced }: Trial): Promise<void> {
  await store.forgetEarly(now);
  const fresh = await store.toAnnounce(now, 200);
  for (const { reminder } of fresh) {
    announced.set(reminder.reason, [...(announced.get(reminder.reason) ?? []), now]);
    await store.markAnnounced([reminder.id]);
  }
}

/** Said once, not before its time, and as soon as the browser was there. */
function judged(what: string, dueAt: number, said: number[]): string[] {
  if (said.length !== 1) return [`${what}: a reminder was said ${said.length} times`];
  const late = (said[0] ?? 0) - dueAt;
  if (late < 0) return [`${what}: a reminder was said ${-late} ms before its time`];
  return late > 7 * HOUR_MS ? [`${what}: a reminder was said ${late} ms after its time`] : [];
}
