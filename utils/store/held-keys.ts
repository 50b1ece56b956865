/** A step of a cursor waits for the database, which one request among many does not: so many steps must pass over so many keys each. */
const LOOK = 32;
const WORTH = 6;

/**
 * Those of `sorted` that an index may hold. A cursor leaps from each key to the next that the index has: keys that nobody has, as most of an
 * import of new customers, cost nothing. Where nearly all are there the rest is returned unseen, to be asked for one by one.
 */
export function held(index: IDBIndex, sorted: readonly string[]): Promise<readonly string[]> {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return Promise.resolve(sorted);
  return new Promise((resolve, reject) => {
    const there: string[] = [];
    let at = 0;
    let steps = 0;
    const request = index.openKeyCursor(IDBKeyRange.bound(first, last), 'nextunique');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(there);
      const key = String(cursor.key);
      while (at < sorted.length && (sorted[at] ?? '') < key) at++;
      if (sorted[at] === key) there.push(sorted[at++] ?? key);
      const next = sorted[at];
      if (next === undefined) return resolve(there);
      if (++steps % LOOK === 0 && at < steps * WORTH) return resolve([...there, ...sorted.slice(at)]);
      cursor.continue(next);
    };
  });
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
