import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';

/** The first day that a zip can tell: the same for every file of every build. */
const NO_TIME = new Date(1980, 0, 1);

/** Writes a zip anew with its files in the order of their names and without times, so that the same source gives the same bytes. */
export function plainZip(path: string): void {
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const sorted = Object.keys(files).sort();
  const content = Object.fromEntries(sorted.map((name) => [name, files[name] ?? new Uint8Array()]));
  writeFileSync(path, zipSync(content, { level: 9, mtime: NO_TIME }));
}
