/** How often each fault is tried: the whole run, and the short one of `npm test`. */
export interface Scale {
  short: boolean;
  /** A number that is random but the same for the same `--seed`: 0 ≤ x < 1. */
  random(): number;
}

export interface Outcome {
  /** How often the fault was made to happen. */
  tries: number;
  /** What the fault cost: acknowledged writes that are gone, half states, reminders missed or doubled. Each a sentence. */
  losses: string[];
  /** Errors that nobody caught, in pages and workers. */
  uncaught: string[];
  /** What the figure stands on, e.g. how many acknowledged writes were looked for. */
  of: string;
}

export interface Fault {
  /** For `npm run test:faults -- NAME…`. */
  name: string;
  says: string;
  run(scale: Scale): Promise<Outcome>;
}

/** Numbers from a seed (mulberry32): a red run can be had again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Rejects where `work` takes longer: a hung browser is a failed try, not a run without end. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer after ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
