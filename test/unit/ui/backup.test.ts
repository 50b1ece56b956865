import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../utils/id';
import { isSealed, makeKey, openStore, type Store } from '../../../utils/store/index';
import { backUpWhenDue, isDue } from '../../../utils/ui/backup';
import { added } from '../store/help';

vi.mock('../../../utils/browser/settings-store', () => ({ readSettings: async () => ({ theme: 'dark' }) }));
const noted = vi.hoisted(() => vi.fn(async (_: object) => undefined));
vi.mock('../../../utils/browser/lost-database', () => ({ noteBackup: noted }));

/** A folder as File System Access has it: a file appears when its stream is closed. */
class Folder {
  readonly files = new Map<string, Blob>();
  permission: PermissionState = 'granted';
  room = Number.POSITIVE_INFINITY;
  queryPermission = async () => this.permission;
  requestPermission = async () => this.permission;
  removeEntry = async (name: string) => void this.files.delete(name);
  getFileHandle = async (name: string) => ({
    getFile: async () => this.files.get(name),
    createWritable: async () => this.writable(name),
  });
  async *values() {
    for (const name of this.files.keys()) yield { kind: 'file', name };
  }
  private writable(name: string): WritableStream<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    return new WritableStream({
      write: (chunk) => {
        this.room -= chunk.length;
        if (this.room < 0) throw new DOMException('', 'QuotaExceededError');
        parts.push(chunk);
      },
      close: () => void this.files.set(name, new Blob(parts)),
    });
  }
}

let store: Store;
let folder: Folder;
/** The state as the store has it, but the folder: a class with methods cannot be stored, a browser's handle can. */
const withFolder = () => {
  const state = store.backupState.bind(store);
  store.backupState = async () => ({
    ...(await state()),
    folder: folder as unknown as FileSystemDirectoryHandle,
  });
};

beforeEach(async () => {
  noted.mockClear();
  store = await openStore({ name: newId() });
  folder = new Folder();
  withFolder();
  await added(store, { name: 'Kvitebjorn' });
  await store.saveBackupState({ everyDays: 7, keep: 2 });
});
afterEach(() => {
  store.close();
  vi.useRealTimers();
});

const run = () => backUpWhenDue(store, '0.1.0', false);

describe('backups that make themselves', () => {
  it('are due after so many days, never without a plan, and not put off by a clock that went back', () => {
    const made = (at: number) => [
      { name: '', at, customers: 1, bytes: 1, sealed: false, to: 'folder' as const },
    ];
    const state = { keep: 3, folder: null, key: null, failed: null };
    const now = 100 * 86_400_000;
    expect(isDue({ ...state, everyDays: 7, made: [] }, now)).toBe(true);
    expect(isDue({ ...state, everyDays: 7, made: made(now - 7 * 86_400_000) }, now)).toBe(true);
    expect(isDue({ ...state, everyDays: 7, made: made(now - 6 * 86_400_000) }, now)).toBe(false);
    expect(isDue({ ...state, everyDays: null, made: [] }, now)).toBe(false);
    expect(isDue({ ...state, everyDays: 7, made: made(now + 365 * 86_400_000) }, now)).toBe(true);
  });

  it('write one file, note it, and do nothing more until it is time again', async () => {
    const made = await run();
    expect([...folder.files.keys()]).toEqual([made?.name]);
    expect(made).toMatchObject({
      customers: 1,
      to: 'folder',
      sealed: false,
      bytes: folder.files.get(made?.name ?? '')?.size,
    });
    expect(await run()).toBe(null);
    expect((await store.backupState()).made).toEqual([made]);
    expect(noted.mock.calls).toEqual([[made]]); // what tells of it where the database itself is lost
  });

  it('keep the newest automatic files and touch no other', async () => {
    for (const name of ['margin-auto-2026-01-01-0900.ndjson.gz', 'margin-auto-2026-02-01-0900.margin'])
      folder.files.set(name, new Blob(['x']));
    for (const name of ['margin-2025-01-01-0900.ndjson.gz', 'holiday.jpg'])
      folder.files.set(name, new Blob(['x']));
    const made = await run();
    expect([...folder.files.keys()].sort()).toEqual(
      [
        'margin-auto-2026-02-01-0900.margin',
        'margin-2025-01-01-0900.ndjson.gz',
        'holiday.jpg',
        made?.name,
      ].sort(),
    );
  });

  it('are sealed by the key that was set, without the passphrase', async () => {
    await store.saveBackupState({ key: await makeKey('seven grey herons', undefined, 1_000) });
    const made = await run();
    const file = folder.files.get(made?.name ?? '') ?? new Blob();
    expect(made?.name).toMatch(/\.margin$/);
    expect(await isSealed(file)).toBe(true);
    const preview = await store.compareBackup(file, { passphrase: 'seven grey herons' });
    expect(preview.head.customers).toBe(1);
  });

  it('note a folder that is no longer allowed, and a disk without room, and leave no half file', async () => {
    folder.permission = 'prompt';
    expect(await run()).toBe(null);
    expect((await store.backupState()).failed).toBe('denied');
    folder.permission = 'granted';
    folder.room = 10;
    expect(await run()).toBe(null);
    expect((await store.backupState()).failed).toBe('full');
    expect(folder.files.size).toBe(0);
    folder.room = Number.POSITIVE_INFINITY;
    expect(await run()).not.toBe(null);
    expect((await store.backupState()).failed).toBe(null);
  });
});
