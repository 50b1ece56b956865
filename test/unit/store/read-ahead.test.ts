import { describe, expect, test } from 'vitest';
import { writeReadingAhead } from '../../../utils/store/read-ahead';

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

/** Parts 1…n, with what was read and written in its order; `bad`: the part that cannot be read. */
function parts(n: number, bad?: number) {
  const log: string[] = [];
  let closed = false;
  async function* source() {
    try {
      for (let at = 1; at <= n; at++) {
        if (at === bad) throw new Error(`part ${at} cannot be read`);
        log.push(`read ${at}`);
        yield at;
      }
    } finally {
      closed = true;
    }
  }
  return { log, source, closed: () => closed };
}

describe('parts that are written one after the other', () => {
  test('are read while the one before is written, and not further ahead', async () => {
    const { log, source } = parts(3);
    await writeReadingAhead(source(), async (part, handed) => {
      log.push(`begin ${part}`);
      handed();
      await turn();
      log.push(`end ${part}`);
    });
    expect(log.join(', ')).toBe('read 1, begin 1, read 2, end 1, begin 2, read 3, end 2, begin 3, end 3');
  });

  test('are all written where a writer hands nothing over, and where they are no stream', async () => {
    const written: number[] = [];
    await writeReadingAhead([1, 2, 3], async (part) => void written.push(part));
    expect(written).toEqual([1, 2, 3]);
    await writeReadingAhead([], async () => expect.unreachable());
  });

  test('of one that cannot be read, those before it are written and the error is told', async () => {
    const { source } = parts(3, 3);
    const written: number[] = [];
    const all = writeReadingAhead(source(), async (part, handed) => {
      handed();
      await turn();
      written.push(part);
    });
    await expect(all).rejects.toThrow('part 3 cannot be read');
    expect(written).toEqual([1, 2]);
  });

  test('after one that cannot be written none is, and the source is closed', async () => {
    const { source, closed } = parts(5);
    const begun: number[] = [];
    const all = writeReadingAhead(source(), async (part, handed) => {
      begun.push(part);
      handed();
      await turn();
      if (part === 2) throw new Error('no room');
    });
    await expect(all).rejects.toThrow('no room');
    expect(begun).toEqual([1, 2]);
    expect(closed()).toBe(true);
  });
});
