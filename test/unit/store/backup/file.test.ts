import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../../utils/id';
import { makeKey, opening, sealedHead, sealing } from '../../../../utils/store/backup/cipher';
import { BackupProblem, isSealed, openStore, type Store } from '../../../../utils/store/index';
import { source } from '../help';
import { backupOf, contentOf, filled } from './help';

const passphrase = 'seven grey herons';
/** Few rounds: the number is in the file's head, and six hundred thousand take a second each time. */
const quickKey = () => makeKey(passphrase, undefined, 1_000);

let from: Store;
let plain: Blob;
let sealed: Blob;
let into: Store;
beforeAll(async () => {
  from = (await filled()).store;
  plain = await backupOf(from);
  sealed = await backupOf(from, await quickKey());
});
afterAll(() => from.close());
beforeEach(async () => {
  into = await openStore({ name: newId() });
});
afterEach(() => into.close());

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const linesOf = async (file: Blob) =>
  gunzipSync(await bytesOf(file))
    .toString('utf8')
    .split('\n');
const packed = (lines: string[]) => new Blob([gzipSync(lines.join('\n'))]);

/** What each way of reading the file says: all the same, and the database is as it was. */
async function refusal(file: Blob, given?: string): Promise<string> {
  const problems = new Set<string>();
  const options = { passphrase: given };
  for (const read of [
    () => into.compareBackup(file, options),
    () => into.mergeBackup(file, options, source),
    () => into.replaceByBackup(file, options, source),
  ]) {
    const error: unknown = await read().then(
      () => 'was read',
      (reason) => reason,
    );
    problems.add(error instanceof BackupProblem ? error.problem : String(error));
  }
  expect(await contentOf(into)).toEqual({});
  expect(await into.history(10)).toEqual([]);
  return [...problems].join(', ');
}

describe('a backup file', () => {
  it('is lines of JSON that gunzip opens: head, rows, and an end with the checksum of all before', async () => {
    const lines = await linesOf(plain);
    const head = JSON.parse(lines[0] ?? '');
    expect(head).toMatchObject({ format: 'margin-backup', version: 1, schemaVersion: 2, app: '0.1.0' });
    expect(head.counts.customers).toBe(await from.count());
    expect(lines.at(-1)).toBe('');
    const end = JSON.parse(lines.at(-2) ?? '');
    expect(end.rows).toBe(lines.length - 3);
    const before = `${lines.slice(0, -2).join('\n')}\n`;
    expect(end.sha256).toBe(createHash('sha256').update(before).digest('hex'));
  });

  it('sealed, holds nothing that can be read, and is opened by its passphrase alone', async () => {
    expect(Buffer.from(await bytesOf(sealed)).toString('latin1')).not.toMatch(/kvitebjorn|customers/i);
    expect([await isSealed(sealed), await isSealed(plain)]).toEqual([true, false]);
    expect(await refusal(sealed)).toBe('needs-passphrase');
    expect(await refusal(sealed, 'seven grey heron')).toBe('wrong-passphrase');
    await into.replaceByBackup(sealed, { passphrase }, source);
    expect(await contentOf(into)).toEqual(await contentOf(from));
  });

  it('is given up where the target has no room, and says so', async () => {
    const full = new WritableStream({
      write() {
        throw new DOMException('', 'QuotaExceededError');
      },
    });
    const made = from.backup(full, { key: null, app: '0', settings: null });
    await expect(made).rejects.toMatchObject({ name: 'StoreFull' });
    expect(await from.count()).toBeGreaterThan(0);
  });
});

describe('a file that is no good changes nothing and says why', () => {
  it('another file', async () => {
    expect(await refusal(new Blob(['name,email\nDana,dana@harbour.example\n']))).toBe('not-a-backup');
    expect(await refusal(packed(['{"format":"something"}', '']))).toBe('not-a-backup');
    expect(await refusal(new Blob([]))).toBe('truncated');
  });

  it('of a newer version, even where its head has another form', async () => {
    const [first = '', ...rest] = await linesOf(plain);
    const newer = { ...JSON.parse(first), schemaVersion: 3 };
    expect(await refusal(packed([JSON.stringify(newer), ...rest]))).toBe('newer');
    expect(await refusal(packed(['{"format":"margin-backup","version":2,"parts":[]}', '']))).toBe('newer');
  });

  it('cut off between two lines, or with a line left out, changed or added after the end', async () => {
    const lines = await linesOf(plain);
    expect(await refusal(packed([...lines.slice(0, -2), '']))).toBe('truncated');
    expect(await refusal(packed([...lines.slice(0, 5), ...lines.slice(6)]))).toBe('corrupt');
    expect(await refusal(packed(lines.map((line) => line.replace('Papir', 'Papyr'))))).toBe('corrupt');
    expect(await refusal(packed([...lines.slice(0, -1), '["customers",{}]', '']))).toBe('corrupt');
  });

  it('with a good checksum and a row that no database may hold', async () => {
    const [first = '', ...rest] = await linesOf(plain);
    const rows = rest.slice(0, -2).map((line) => line.replace('"kind":"company"', '"kind":"robot"'));
    const body = `${[first, ...rows].join('\n')}\n`;
    const sha256 = createHash('sha256').update(body).digest('hex');
    expect(
      await refusal(packed([first, ...rows, JSON.stringify({ end: true, rows: rows.length, sha256 }), ''])),
    ).toBe('corrupt');
  });

  it('wherever it is cut and whichever byte is another, plain or sealed', async () => {
    const all = await Promise.all([plain, sealed].map(bytesOf));
    const places = fc.tuple(fc.nat(1), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(places, async ([which, part, cut]) => {
        const bytes = (all[which] ?? new Uint8Array()).slice();
        const at = Math.min(bytes.length - 1, Math.floor(part * bytes.length));
        fc.pre(cut || which === 1 || at < 4 || at > 9); // a gzip's time, flags and system say nothing of the content
        if (!cut) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
        const file = new Blob([cut ? bytes.subarray(0, at) : bytes]);
        await expect(into.compareBackup(file, { passphrase })).rejects.toBeInstanceOf(BackupProblem);
      }),
      { numRuns: 30 },
    );
  });
});

describe('sealing in frames', () => {
  it('gives back every length, around the frames’ edges too', async () => {
    const key = await quickKey();
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_001]) {
      const content = new Uint8Array(length).map((_, i) => i * 31);
      const head = await sealedHead(key);
      const whole = await new Response(new Blob([content]).stream().pipeThrough(sealing(head, key))).blob();
      const frames = whole.slice(JSON.stringify(head).length + 1).stream();
      const opened = await new Response(frames.pipeThrough(opening(head, key))).arrayBuffer();
      expect(Buffer.compare(Buffer.from(opened), Buffer.from(content))).toBe(0);
    }
  });
});
