import { breath } from './breath';

/** Writes one part; calls `handed` when the database has all of it and the writer only waits. */
export type WritePart<T> = (part: T, handed: () => void) => Promise<void>;

/**
 * Writes parts one after the other. While the database is at work on one, the next is read: what that looks up in the database waits behind
 * the part before it. Of parts that cannot be read the ones before them are written; after one that cannot be written none is.
 */
export async function writeReadingAhead<T>(
  parts: Iterable<T> | AsyncIterable<T>,
  write: WritePart<T>,
): Promise<void> {
  const source = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  let step = await source.next();
  while (!step.done) {
    let hand = () => {};
    // a turn of its own: what is read is no part of the transaction that is under way
    const next = new Promise<void>((resolve) => {
      hand = resolve;
    })
      .then(breath)
      .then(() => source.next());
    next.catch(() => undefined); // thrown below, once what stands before it is written
    try {
      await write(step.value, hand);
    } catch (error) {
      hand();
      await next.catch(() => undefined);
      await source.return?.();
      throw error;
    }
    hand();
    step = await next;
  }
}
