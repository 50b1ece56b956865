import { type Fault, type Outcome, pause, type Scale } from './fault.ts';
import { Heard, openStage, type Stage } from './stage.ts';

/** Longer than a write takes: some kills fall between two. */
const SPREAD_MS = 60;

export const workerKills: Fault = {
  name: 'worker-kills',
  says: 'the worker killed while it writes',
  run: async (scale) => {
    const heard = new Heard();
    const uncaught: string[] = [];
    const stage = await openStage(heard, uncaught);
    try {
      return await killed(stage, heard, uncaught, scale);
    } finally {
      await stage.close();
    }
  },
};

async function killed(
  stage: Stage,
  heard: Heard,
  uncaught: string[],
  { short, random }: Scale,
): Promise<Outcome> {
  const tries = short ? 12 : 1_000;
  let inside = 0;
  for (let at = 0; at < tries; at++) {
    await stage.startWriting();
    await pause(random() * SPREAD_MS);
    await stage.stopWorker();
    if (heard.unanswered.length > 0) inside++;
  }
  return judged(stage, heard, uncaught, { tries, of: `${inside} in the middle of a write` });
}

/** Reads the database past the store and holds it against what was acknowledged. */
export async function judged(
  stage: Stage,
  heard: Heard,
  uncaught: readonly string[],
  { tries, of }: { tries: number; of: string },
): Promise<Outcome> {
  const said: [string[], string[]] = [[...heard.acked], [...heard.undone]];
  const found = await stage.page.evaluate(([acked, undone]) => faults.audit(acked, undone), said);
  return {
    tries,
    losses: [
      ...found.lost.map((id) => `acknowledged and gone: ${id}`),
      ...found.half.map((what) => `half written: ${what}`),
      ...found.doubled.map((id) => `written twice: ${id}`),
    ],
    uncaught: [...uncaught, ...heard.failed],
    of: `${heard.count} acknowledged writes, ${of}`,
  };
}
