/** One attack: tried on Margin as it is built, and on a copy of it whose defence is off. */
export interface Attack {
  name: string;
  /** What the attacker got, in a few words; null: nothing. */
  attempt(defended: boolean): Promise<string | null>;
}

/** Attacks that share what they need: a browser, a mutilated copy. */
export interface Group {
  name: string;
  /** Part of the short run too. */
  short: boolean;
  attacks: readonly Attack[];
  /** Closes what the attempts opened; called between the two halves, and at the end. */
  close?(): Promise<void>;
}

interface Verdict {
  name: string;
  held: boolean;
  shown: boolean;
  why: string;
}

async function attempt(attack: Attack, defended: boolean): Promise<{ got: string | null; error: string }> {
  try {
    return { got: await attack.attempt(defended), error: '' };
  } catch (error) {
    return { got: null, error: String(error).split('\n').slice(0, 3).join(' ') };
  }
}

/** Tries a group on the real thing, then without its defences. An attempt that breaks down shows nothing: it fails. */
async function tryGroup({ attacks, close }: Group): Promise<Verdict[]> {
  const real = [];
  for (const attack of attacks) real.push(await attempt(attack, true));
  await close?.();
  const verdicts = [];
  for (const [at, attack] of attacks.entries()) {
    const { got, error } = real[at] ?? { got: null, error: 'not tried' };
    const open = await attempt(attack, false);
    const why = [error, got && `got ${got}`, open.error && `without its defence: ${open.error}`];
    verdicts.push({
      name: attack.name,
      held: got === null && error === '',
      shown: open.got !== null,
      why: why.filter(Boolean).join('; '),
    });
  }
  await close?.();
  return verdicts;
}

/** Tries all, a printed line each. Resolves to whether every attack was held and every test shown to fail. */
export async function tryAll(groups: readonly Group[]): Promise<boolean> {
  const begin = Date.now();
  let [count, failed] = [0, 0];
  for (const group of groups) {
    console.log(`\n${group.name}`);
    for (const { name, held, shown, why } of await tryGroup(group)) {
      count++;
      if (!held || !shown) failed++;
      const shownToFail = `shown to fail without its defence: ${shown ? 'yes' : 'NO'}`;
      console.log(`  ${held ? 'held  ' : 'FAILED'}  ${name} — ${shownToFail}${why ? ` (${why})` : ''}`);
    }
  }
  const seconds = ((Date.now() - begin) / 1000).toFixed(0);
  console.log(`\n${count} attacks, ${count - failed} held and shown, ${failed} failed, in ${seconds} s.`);
  return failed === 0;
}
