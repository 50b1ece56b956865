/** All that lies in the databases whose names begin so, as one text in small letters: what a reader of the disk finds. */
export async function everything(name: string): Promise<string> {
  const all = (await indexedDB.databases()).filter((one) => one.name?.startsWith(name));
  return (await Promise.all(all.map((one) => contentOf(one.name ?? '')))).join('\n').toLowerCase();
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function contentOf(name: string): Promise<string> {
  const db = await answer(indexedDB.open(name));
  const names = [...db.objectStoreNames];
  const tx = db.transaction(names, 'readonly');
  const rows = await Promise.all(names.map((one) => answer(tx.objectStore(one).getAll())));
  db.close();
  return `${names.join(' ')} ${textOf(rows)}`;
}

/** Bytes are read as text of one and of two bytes a letter. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array)
    return `${new TextDecoder('latin1').decode(value)} ${new TextDecoder('utf-16le').decode(value)}`;
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key} ${textOf(one)}`)
    .join(' ');
}
