/** Writing backups into a folder that the user chose (File System Access: Chromium; Firefox 153 has none, 2026-11), and as downloads. */

/** What the DOM library's types lack (TypeScript 6.0, 2026-11). */
interface Asked {
  queryPermission(of: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(of: { mode: 'readwrite' }): Promise<PermissionState>;
  values(): AsyncIterable<FileSystemHandle>;
}
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
type Folder = FileSystemDirectoryHandle & Asked;

const picker = (): Picker | undefined =>
  (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker?.bind(globalThis);

export const canChooseFolder = (): boolean => picker() !== undefined;

/** Asks for a folder; call straight from a click. null: the user chose none. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await picker()?.({ id: 'backups', mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** True where the folder may be written to; `ask` in a click alone. */
export async function mayWrite(folder: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> {
  const mode = { mode: 'readwrite' } as const;
  const asked = folder as Folder;
  if ((await asked.queryPermission(mode)) === 'granted') return true;
  return ask && (await asked.requestPermission(mode)) === 'granted';
}

/** A stream into a new file of the folder; the file appears whole when the stream is closed. */
export async function fileIn(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<WritableStream<Uint8Array<ArrayBuffer>>> {
  const file = await folder.getFileHandle(name, { create: true });
  return file.createWritable();
}

export async function removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name).catch(() => undefined); // gone already
}

/** Names of the folder's files that match, sorted. */
export async function filesIn(folder: FileSystemDirectoryHandle, like: RegExp): Promise<string[]> {
  const names: string[] = [];
  for await (const { kind, name } of (folder as Folder).values())
    if (kind === 'file' && like.test(name)) names.push(name);
  return names.sort();
}

export async function sizeOf(folder: FileSystemDirectoryHandle, name: string): Promise<number> {
  return (await (await folder.getFileHandle(name)).getFile()).size;
}

/** A stream whose content becomes one Blob: the browser keeps large ones on disk. */
export function intoBlob(type: string): {
  target: WritableStream<Uint8Array<ArrayBuffer>>;
  blob: () => Blob;
} {
  const parts: Blob[] = [];
  const target = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      parts.push(new Blob([chunk]));
    },
  });
  return { target, blob: () => new Blob(parts, { type }) };
}

/** Hands a file to the browser as a download. Pages only. */
export function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // the browser reads it after the click
}
