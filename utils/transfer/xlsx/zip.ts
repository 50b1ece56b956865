import { Unzip, UnzipInflate } from 'fflate';
import { slices } from '../decode';
import { FileProblem } from '../problem';

/** What a part of a workbook may unpack to: a zip bomb is told long before it fills the memory. */
export const MOST_BYTES = 2 ** 31;
/** Beyond this size, a part that grew more than so many times is no spreadsheet (real sheets grow 5 to 30 times). */
export const SUSPECT_BYTES = 8 * 2 ** 20;
export const MOST_GROWTH = 250;
const MOST_ENTRIES = 20_000;

/** Bytes of one part; `final` with the last ones. Returning false: no more is wanted. */
export type OnBytes = (bytes: Uint8Array, final: boolean) => boolean | undefined;

/**
 * Streams through a zip archive; `wanted` gives, for the parts that matter, who takes their bytes. `onRead`: bytes of the file read so far, awaited, so
 * that rows can be dealt with before more are unpacked. Throws {@link FileProblem} for what is no archive, is broken, encrypted or grows too large.
 */
export async function unzip(
  file: Blob,
  wanted: (name: string) => OnBytes | undefined,
  onRead: (bytes: number) => Promise<boolean | undefined> = async () => undefined,
): Promise<void> {
  let failure: unknown;
  let entries = 0;
  let open = 0;
  const unzipper = new Unzip((part) => {
    if (++entries > MOST_ENTRIES) throw new FileProblem('zip-bomb');
    const take = wanted(part.name);
    if (!take) return;
    let size = 0;
    let stopped = false;
    open++;
    part.ondata = (error, bytes, final) => {
      if (error || stopped) {
        failure ??= error;
        return;
      }
      size += bytes.length;
      if (tooLarge(size, part.size ?? file.size)) throw new FileProblem('zip-bomb');
      if (final) open--;
      if (take(bytes, final) === false) {
        stopped = true;
        if (!final) open--;
      }
    };
    part.start();
  });
  unzipper.register(UnzipInflate);
  let read = 0;
  try {
    for await (const bytes of slices(file)) {
      // small bites: what one of them unpacks to stays small, however much a bomb grows
      for (let at = 0; at < bytes.length; at += BITE) {
        const bite = bytes.subarray(at, at + BITE);
        read += bite.length;
        unzipper.push(bite, read === file.size);
        if (failure) throw failure;
        if ((await onRead(read)) === false) return;
      }
    }
  } catch (error) {
    if (error instanceof FileProblem || isReadError(error)) throw error;
    throw new FileProblem('broken-zip', { cause: error });
  }
  if (entries === 0 || open > 0) throw new FileProblem('broken-zip');
}

const BITE = 32 * 1024;

const tooLarge = (size: number, packed: number): boolean =>
  size > MOST_BYTES || (size > SUSPECT_BYTES && size > packed * MOST_GROWTH);

/** The browser's own: the file was moved or changed since it was chosen. */
const isReadError = (error: unknown): boolean =>
  error instanceof Error && ['NotReadableError', 'NotFoundError', 'AbortError'].includes(error.name);
