import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type BackupKey, type Bytes, sealedHead, sealing } from './cipher';
import type { BackupEnd, BackupHead, BackupLine } from './format';

/** Characters that are gathered before they go to the compression. */
const GATHER = 65_536;

/** Writes the lines of one backup into a stream, compressed, counted, checksummed and where a key is given sealed. */
export class BackupWriter {
  private readonly hash = sha256.create();
  private readonly encoder = new TextEncoder();
  private readonly into: WritableStreamDefaultWriter<Bytes>;
  private gathered = '';
  private rows = 0;

  private constructor(
    gzip: CompressionStream,
    /** Settles when the last byte is written, or fails with what the target says. */
    private readonly done: Promise<void>,
  ) {
    this.into = (gzip.writable as WritableStream<Bytes>).getWriter();
    this.into.closed.catch(() => undefined); // told by `done`
    this.done.catch(() => undefined);
  }

  static async open(
    target: WritableStream<Bytes>,
    head: BackupHead,
    key: BackupKey | null,
  ): Promise<BackupWriter> {
    const gzip = new CompressionStream('gzip');
    const packed = gzip.readable as ReadableStream<Bytes>;
    const sealed = key ? packed.pipeThrough(sealing(await sealedHead(key), key)) : packed;
    const writer = new BackupWriter(gzip, sealed.pipeTo(target));
    await writer.line(head);
    return writer;
  }

  async row(table: string, row: object): Promise<void> {
    this.rows += 1;
    await this.line([table, row as Record<string, unknown>]);
  }

  private async line(value: BackupLine | BackupHead | BackupEnd): Promise<void> {
    this.gathered += `${JSON.stringify(value)}\n`;
    if (this.gathered.length > GATHER) await this.pass();
  }

  private async pass(): Promise<void> {
    const bytes = this.encoder.encode(this.gathered);
    this.gathered = '';
    this.hash.update(bytes);
    await this.write(bytes);
  }

  private async write(bytes: Bytes): Promise<void> {
    await Promise.race([this.into.write(bytes), this.done]); // a full disk is told by `done` alone
  }

  /** Writes the end mark; resolves when all is written and the target is closed. */
  async close(): Promise<void> {
    await this.pass();
    const end: BackupEnd = { end: true, rows: this.rows, sha256: bytesToHex(this.hash.digest()) };
    await this.write(this.encoder.encode(`${JSON.stringify(end)}\n`));
    await Promise.race([this.into.close(), this.done]);
    await this.done;
  }

  /** Gives the file up; the target is aborted. */
  async abort(reason: unknown): Promise<void> {
    await this.into.abort(reason).catch(() => undefined);
    await this.done.catch(() => undefined);
  }
}
