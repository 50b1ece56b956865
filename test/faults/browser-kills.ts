import { type Fault, type Outcome, pause, type Scale } from './fault.ts';
import { Heard, inProfile, openStage } from './stage.ts';
import { judged } from './worker-kills.ts';

const SPREAD_MS = 400;

export const browserKills: Fault = {
  name: 'browser-kills',
  says: 'the browser killed while a page and the worker write',
  run: (scale) => inProfile((profileDir) => killed(profileDir, scale)),
};

async function killed(profileDir: string, { short, random }: Scale): Promise<Outcome> {
  const tries = short ? 1 : 50;
  const heard = new Heard();
  const uncaught: string[] = [];
  for (let at = 0; at < tries; at++) {
    const stage = await openStage(heard, uncaught, { profileDir });
    const again = heard.unanswered;
    await stage.startWriting();
    // A second writer at the same time; its answer never comes.
    stage.page.evaluate((left) => faults.writeInPage(left), again).catch(() => undefined);
    await pause(random() * SPREAD_MS);
    await stage.kill();
  }
  const stage = await openStage(heard, uncaught, { profileDir });
  try {
    return await judged(stage, heard, uncaught, { tries, of: 'one profile all along' });
  } finally {
    await stage.close();
  }
}
