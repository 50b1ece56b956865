import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { SCHEMA_VERSION } from '../schema';
import { type Bytes, headBytes, opening, SealedHead, unlock } from './cipher';
import { BACKUP_VERSION, BackupEnd, BackupHead, BackupLine, MOST_LINE_CHARS } from './format';
import { asProblem, BackupProblem } from './problem';

export interface ReadOptions {
  passphrase?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Bytes read so far and in all. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A backup that is being read: its head, and its rows in the order of the file. */
export interface OpenBackup {
  head: BackupHead;
  /** Throws BackupProblem where the file is not what was written; at the end at the latest, when the checksum is known. */
  rows: AsyncGenerator<BackupLine>;
}

/** A gzip's first two bytes. */
const GZIP = [0x1f, 0x8b];
const MOST_HEAD_BYTES = 4_096;

/** Opens a backup and reads its head. Throws BackupProblem. */
export async function openBackup(file: Blob, options: ReadOptions = {}): Promise<OpenBackup> {
  try {
    const lines = textLines(await unpacked(file, options), options.signal);
    const first = await lines.next();
    if (first.done) throw new BackupProblem('truncated', 'empty');
    const head = readHead(first.value);
    return { head, rows: readRows(lines, first.value, options.signal) };
  } catch (error) {
    throw asProblem(error, options.signal);
  }
}

/** True where a passphrase is needed to read the file; throws BackupProblem for some other file. */
export async function isSealed(file: Blob): Promise<boolean> {
  return (await sealOf(file)) !== null;
}

async function sealOf(file: Blob): Promise<SealedHead | null> {
  const start = new Uint8Array(
    await file
      .slice(0, MOST_HEAD_BYTES)
      .arrayBuffer()
      .catch((error) => {
        throw asProblem(error);
      }),
  );
  if (start.length === 0) throw new BackupProblem('truncated', 'empty');
  if (start[0] === GZIP[0] && (start.length < 2 || start[1] === GZIP[1])) return null;
  const end = start.indexOf(10);
  const parsed = SealedHead.safeParse(parse(new TextDecoder().decode(start.subarray(0, Math.max(end, 0)))));
  if (!parsed.success) throw new BackupProblem('not-a-backup');
  if (parsed.data.version > 1) throw new BackupProblem('newer', 'seal');
  return parsed.data;
}

async function unpacked(
  file: Blob,
  { passphrase, onProgress }: ReadOptions,
): Promise<ReadableStream<Uint8Array>> {
  const seal = await sealOf(file);
  if (!seal) return unzipped(counted(file.stream(), file.size, onProgress));
  if (!passphrase) throw new BackupProblem('needs-passphrase');
  const key = await unlock(seal, passphrase);
  const body = file.slice(headBytes(seal).length);
  return unzipped(counted(body.stream(), body.size, onProgress).pipeThrough(opening(seal, key)));
}

const unzipped = (packed: ReadableStream<Bytes>): ReadableStream<Uint8Array> =>
  packed.pipeThrough(new DecompressionStream('gzip'));

function counted(
  bytes: ReadableStream<Bytes>,
  total: number,
  onProgress: ReadOptions['onProgress'],
): ReadableStream<Bytes> {
  let done = 0;
  return bytes.pipeThrough(
    new TransformStream<Bytes, Bytes>({
      transform(chunk, out) {
        done += chunk.length;
        onProgress?.(done, total);
        out.enqueue(chunk);
      },
    }),
  );
}

/** Lines without their line feed; throws 'truncated' where the last has none. */
async function* textLines(bytes: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = bytes.getReader();
  let held = '';
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      const [start = '', ...rest] = decoder.decode(value, { stream: !done }).split('\n');
      held += start;
      const last = rest.pop();
      if (last !== undefined) {
        yield held;
        yield* rest;
        held = last;
      }
      if (held.length > MOST_LINE_CHARS) throw new BackupProblem('corrupt', 'line too long');
      if (done) break;
    }
    if (held !== '') throw new BackupProblem('truncated', 'within a line');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readHead(line: string): BackupHead {
  const value = parse(line);
  const parsed = BackupHead.safeParse(value);
  const versions = value as { format?: unknown; version?: unknown; schemaVersion?: unknown } | undefined;
  if (versions?.format !== 'margin-backup') throw new BackupProblem('not-a-backup');
  // what a newer version says of itself is read before its form is checked
  if (Number(versions.version) > BACKUP_VERSION || Number(versions.schemaVersion) > SCHEMA_VERSION)
    throw new BackupProblem('newer');
  if (!parsed.success) throw new BackupProblem('corrupt', 'head');
  return parsed.data;
}

async function* readRows(
  lines: AsyncGenerator<string>,
  first: string,
  signal?: AbortSignal,
): AsyncGenerator<BackupLine> {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const take = (line: string) => hash.update(encoder.encode(`${line}\n`));
  take(first);
  let rows = 0;
  try {
    for await (const line of lines) {
      const value = parse(line);
      if (!Array.isArray(value)) return await readEnd(value, rows, bytesToHex(hash.digest()), lines);
      const parsed = BackupLine.safeParse(value);
      if (!parsed.success) throw new BackupProblem('corrupt', `row ${rows + 1}`);
      take(line);
      rows += 1;
      yield parsed.data;
    }
    throw new BackupProblem('truncated', 'no end mark');
  } catch (error) {
    throw asProblem(error, signal);
  }
}

async function readEnd(
  value: unknown,
  rows: number,
  sum: string,
  rest: AsyncGenerator<string>,
): Promise<void> {
  const end = BackupEnd.safeParse(value);
  if (!end.success) throw new BackupProblem('corrupt', `row ${rows + 1}`);
  if (end.data.rows !== rows || end.data.sha256 !== sum) throw new BackupProblem('corrupt', 'checksum');
  if (!(await rest.next()).done) throw new BackupProblem('corrupt', 'something after the end');
}
