import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, type Outcome, pause, type Scale } from './fault.ts';
import { Heard, inProfile, openStage } from './stage.ts';
import { judged } from './worker-kills.ts';

const SPREAD_MS = 300;
/** The head of a record of LevelDB's log (checksum, length, kind) whose body was never written. */
const HALF_RECORD = Buffer.from([0x5e, 0x1c, 0xa3, 0x07, 244, 0, 1]);

export const tornLog: Fault = {
  name: 'torn-log',
  says: 'the browser killed in the middle of a record of its log, started, killed and started again',
  run: (scale) => inProfile((profileDir) => torn(profileDir, scale)),
};

/** A kill at random tears the log once in some dozens; here every time. The damage would show at the second start. */
async function torn(profileDir: string, { short, random }: Scale): Promise<Outcome> {
  const tries = short ? 1 : 12;
  const heard = new Heard();
  const uncaught: string[] = [];
  for (let at = 0; at < tries; at++) {
    const stage = await openStage(heard, uncaught, { profileDir });
    await stage.startWriting();
    await pause(random() * SPREAD_MS);
    await stage.kill();
    appendFileSync(logOf(profileDir), HALF_RECORD);
  }
  const stage = await openStage(heard, uncaught, { profileDir });
  try {
    return await judged(stage, heard, uncaught, { tries, of: 'one profile all along' });
  } finally {
    await stage.close();
  }
}

/** The log that is written to: the last. */
function logOf(profileDir: string): string {
  const databases = join(profileDir, 'Default', 'IndexedDB');
  const [own] = readdirSync(databases).filter((name) => name.startsWith('chrome-extension_'));
  const dir = join(databases, own ?? '');
  const logs = readdirSync(dir).filter((name) => name.endsWith('.log'));
  return join(dir, logs.sort().at(-1) ?? '');
}
