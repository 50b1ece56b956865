import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where in a folder of files any of these texts lies, as bytes of UTF-8 or UTF-16, upper or lower case as given: `text in file`. */
export function foundOnDisk(folder: string, texts: readonly string[]): string[] {
  const forms = texts.flatMap((text) => [
    { text, bytes: Buffer.from(text, 'utf8') },
    { text, bytes: Buffer.from(text, 'utf16le') },
  ]);
  const found = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const content = contentOf(path);
    for (const { text, bytes } of forms)
      if (content.includes(bytes)) found.add(`${text} in ${path.slice(folder.length + 1)}`);
  }
  return [...found];
}

/** A running browser removes files of its own at any time: one that is gone holds nothing. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
